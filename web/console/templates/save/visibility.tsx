import { TEMPLATE_VISIBILITIES } from '../../../../shared/domain/template/template.ts';
import type { NewTemplate } from '../../sender-api.ts';
import { useTemplateTexts } from '../texts/texts-of.ts';

interface Properties {
  readonly value: NewTemplate['visibility'];
  readonly onChange: (visibility: NewTemplate['visibility']) => void;
}

/** Who may use a template. */
export function Visibility({ value, onChange }: Properties) {
  const { save } = useTemplateTexts();
  return (
    <fieldset>
      <legend>{save.visibility}</legend>
      <div class="row choices">
        {TEMPLATE_VISIBILITIES.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="template-visibility"
              checked={value === one}
              onChange={() => onChange(one)}
            />
            <span>{save.visibilities[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
