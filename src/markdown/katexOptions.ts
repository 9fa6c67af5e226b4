import type { KatexOptions, TrustContext } from 'katex';

/**
 * How the site renders TeX. `\sym{queries}{Q}` names a symbol (ids in `content/symbols.yaml`): it
 * becomes an element with `data-sym="queries"`. That is the one HTML extension that is allowed;
 * everything doubtful is an error, which `renderMath` reports with file and line.
 */
export const katexOptions: Omit<KatexOptions, 'displayMode' | 'throwOnError'> = {
  macros: { '\\sym': '\\htmlData{sym=#1}{#2}' },
  trust: ({ command }: TrustContext) => command === '\\htmlData' || forbidden(command),
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

/** KaTeX would only print a command that it does not trust in red. */
export function forbidden(command: string): never {
  throw new Error(`${command} is not allowed in a formula`);
}
