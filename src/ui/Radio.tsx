import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../language.ts';

/** The language of a demo; the page of an embed holds the demo in both. */
export const DemoLanguage = createContext<Language>('en');

interface Props {
  /** Unique on a page in one language */
  group: string;
  value: string | number;
  checked: boolean;
  onChange: () => void;
  /** What is heard, where the label around it does not say it */
  label?: string;
}

/**
 * One radio button of a group. The browser leaves one button of a name chosen on the whole page, so
 * each language has its own name.
 */
export function Radio({ group, value, checked, onChange, label }: Props) {
  const name = `${group}-${useContext(DemoLanguage)}`;
  // A number would be written anew at each drawing: the element's own value is a text.
  return (
    <input type="radio" value={String(value)} {...{ name, checked, onChange }} aria-label={label} />
  );
}
