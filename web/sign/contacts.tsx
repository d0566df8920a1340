import type { Ceremony } from './ceremony-api.ts';
import type { Texts } from './texts/texts.ts';

/** The company's contact for questions, on every page of the ceremony. */
export function Contacts({ ceremony, texts }: { ceremony: Ceremony; texts: Texts }) {
  const { sender, senderAddress, company, telephone, privacyNotice } = ceremony;
  return (
    <footer class="page-foot small soft">
      <p>
        {texts.contacts.sentBy(sender, company)}
        {senderAddress && (
          <>
            {' '}
            <a href={`mailto:${senderAddress}`}>{senderAddress}</a>
          </>
        )}
      </p>
      {telephone && (
        <p>
          {texts.contacts.telephone}{' '}
          <a href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>{telephone}</a>
        </p>
      )}
      {privacyNotice && (
        <p>
          <a href={privacyNotice} target="_blank" rel="noopener noreferrer">
            {texts.contacts.privacy}
          </a>
        </p>
      )}
    </footer>
  );
}
