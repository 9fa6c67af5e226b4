import { createCssVariablesTheme, createHighlighter } from 'shiki';

/** The kinds of token that are set apart, by the variable of Shiki's theme: class names of one letter. */
const CLASSES: Record<string, string> = {
  'var(--shiki-token-comment)': 'c',
  'var(--shiki-token-keyword)': 'k',
  'var(--shiki-token-string)': 's',
  'var(--shiki-token-string-expression)': 's',
};
const THEME = createCssVariablesTheme();

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/**
 * Source code as highlighted HTML that weighs little more than the code itself: only the tokens that
 * stand out are marked, and neighbours of a kind together. (Expressive Code marks every token with
 * both themes' colours; the listings of one chapter then weigh more than its text.)
 */
export async function compactCode(code: string, lang: 'python' | 'ts'): Promise<string> {
  highlighter ??= createHighlighter({ themes: [THEME], langs: ['python', 'ts'] });
  // No time limit: a busy machine must not build other HTML.
  const options = { lang, theme: THEME, tokenizeTimeLimit: 0 };
  const { tokens } = (await highlighter).codeToTokens(code, options);
  return tokens.map(highlightedLine).join('\n');
}

function highlightedLine(tokens: { content: string; color?: string }[]): string {
  const runs: { kind: string | undefined; content: string }[] = [];
  for (const { content, color } of tokens) {
    const last = runs.at(-1);
    const kind = content.trim() === '' ? last?.kind : CLASSES[color ?? ''];
    if (last && last.kind === kind) last.content += content;
    else runs.push({ kind, content });
  }
  return runs.map(({ kind, content }) => mark(kind, content)).join('');
}

function mark(kind: string | undefined, content: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return kind ? `<span class="${kind}">${escaped}</span>` : escaped;
}
