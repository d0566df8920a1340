import { useRef, useState } from 'preact/hooks';
import { FIELD_KINDS } from '../../../shared/domain/fields/field.ts';
import { FIELD_RULES, isMarkKind } from '../../../shared/domain/fields/field-kinds.ts';
import { useConsole } from '../context.ts';
import { useDraft } from '../draft/context.ts';
import type { FieldKind, Party } from '../sender-api.ts';
import { followPointer } from './drag.ts';
import { pageScale, scrollAtEdge } from './page-under.ts';
import { lookOf } from './party-look.ts';

interface Properties {
  readonly parties: readonly Party[];
  readonly party: string | null;
  readonly onParty: (party: string | null) => void;
  /** Placed without a pointer: in the visible area. */
  readonly onPlace: (kind: FieldKind) => void;
  /** Dropped by a pointer, in CSS pixels of the window. */
  readonly onDrop: (kind: FieldKind, clientX: number, clientY: number) => void;
}

/** Choice of the party, then of the field's kind: dragged onto the page, or pressed to be placed in view. */
export function Palette({ parties, party, onParty, onPlace, onDrop }: Properties) {
  const { texts, settings } = useConsole();
  const owners = [
    ...parties.map(({ id, name }) => ({ id, name })),
    { id: null, name: texts.fields.company(settings.company) },
  ];
  return (
    <div class="palette stack">
      <fieldset>
        <legend>{texts.fields.whose}</legend>
        <div class="owners">
          {owners.map(({ id, name }) => (
            <label key={id ?? ''} class={`owner ${lookOf(id, parties)}`} title={name}>
              <input
                type="radio"
                name="owner"
                checked={party === id}
                onChange={() => onParty(id)}
              />
              <span class="dot" aria-hidden="true" />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{texts.fields.which}</legend>
        <p class="hint small soft">{texts.fields.paletteHint}</p>
        <div class={`kinds ${lookOf(party, parties)}`}>
          {FIELD_KINDS.filter((kind) => party !== null || !isMarkKind(kind)).map((kind) => (
            <KindButton key={kind} kind={kind} onPlace={onPlace} onDrop={onDrop} />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

type KindProperties = Pick<Properties, 'onPlace' | 'onDrop'> & { readonly kind: FieldKind };

function KindButton({ kind, onPlace, onDrop }: KindProperties) {
  const { texts } = useConsole();
  const { document: paper } = useDraft().envelope;
  const [ghost, setGhost] = useState<{ x: number; y: number; scale: number }>();
  const dragged = useRef(false);
  function begin(event: PointerEvent) {
    dragged.current = false;
    if (event.button !== 0) return;
    followPointer(event, {
      onMove: (_, __, { clientX, clientY }) => {
        scrollAtEdge(clientY);
        setGhost({ x: clientX, y: clientY, scale: pageScale(paper!.pages) });
      },
      onEnd: (moved, { clientX, clientY }) => {
        setGhost(undefined);
        dragged.current = moved;
        if (moved) onDrop(kind, clientX, clientY);
      },
      onCancel: () => setGhost(undefined),
    });
  }
  const { width, height } = FIELD_RULES[kind].usual;
  return (
    <>
      <button
        type="button"
        class="kind"
        onPointerDown={begin}
        onClick={({ detail }) => {
          // A click by keyboard has `detail` 0: no drag preceded it.
          if (detail === 0 || !dragged.current) onPlace(kind);
        }}
      >
        <KindIcon kind={kind} />
        {texts.fields.kinds[kind]}
      </button>
      {ghost && (
        <span
          class="ghost"
          aria-hidden="true"
          style={{
            left: `${ghost.x - (width * ghost.scale) / 2}px`,
            top: `${ghost.y - (height * ghost.scale) / 2}px`,
            width: `${width * ghost.scale}px`,
            height: `${height * ghost.scale}px`,
          }}
        >
          <span>{texts.fields.kinds[kind]}</span>
        </span>
      )}
    </>
  );
}

const PATHS: Record<FieldKind, string> = {
  signature: 'M3 15c3-7 5-11 7-10s-4 11-2 11 3-6 5-6-1 5 1 5 2-2 4-2M3 20h18',
  initials: 'M5 18 9 6l4 12M6.5 14h5M16 7v11m0-11h3a3 3 0 0 1 0 6h-3',
  stamp: 'M9 4h6v5l3 4v3H6v-3l3-4zM5 20h14',
  text: 'M5 6h14M12 6v13M9 19h6',
  number: 'M9 5 7 19M17 5l-2 14M5 10h15M4 15h15',
  date: 'M4 7h16v13H4zM4 11h16M8 4v4m8-4v4',
  checkbox: 'M4 4h16v16H4zM8 12l3 3 5-6',
  choice: 'M4 7h16v10H4zM13 10.5l2.5 3 2.5-3',
};

export const KindIcon = ({ kind }: { kind: FieldKind }) => (
  <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[kind]} fill="none" stroke="currentColor" stroke-width="1.8" />
  </svg>
);
