import type { ComponentChildren } from 'preact';
import type { SignatureReport } from '../../shared/pdf/verify/report.ts';
import { useLocalization } from './context.ts';
import { Time } from './fact.tsx';

/** Lists separately who signed, who sealed, and which authority certifies the time. */
export function Signatures({ signatures }: { signatures: readonly SignatureReport[] }) {
  const { texts } = useLocalization();
  const of = (kind: SignatureReport['kind']) => signatures.filter((one) => one.kind === kind);
  const [seal] = of('seal');
  return (
    <div class="card stack">
      <List title={texts.signatures} signatures={of('party')} />
      <List title={texts.sealedBy} signatures={of('seal')} />
      <List title={texts.timeStamp.title} signatures={of('timestamp')}>
        {(stamp) => texts.timeStamp[isOwn(stamp, seal) ? 'own' : 'outside']}
      </List>
    </div>
  );
}

/** Whether the timestamp's chain ends in the same root as the seal's. */
const isOwn = (stamp: SignatureReport, seal: SignatureReport | undefined): boolean =>
  rootOf(stamp) === (seal && rootOf(seal));

const rootOf = ({ chain, certificate }: SignatureReport): string =>
  (chain.at(-1) ?? certificate).sha256;

interface ListProperties {
  readonly title: string;
  readonly signatures: readonly SignatureReport[];
  readonly children?: (signature: SignatureReport) => ComponentChildren;
}

function List({ title, signatures, children }: ListProperties) {
  const { texts } = useLocalization();
  if (signatures.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ol class="people">
        {signatures.map((signature) => (
          <li key={signature.field} class="done">
            <strong>{signature.signer}</strong>{' '}
            {children && <span class="soft">{children(signature)}</span>}
            <span class="when">
              {signature.kind !== 'timestamp' && `${texts.stampedAt} `}
              <Time iso={signature.at} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
