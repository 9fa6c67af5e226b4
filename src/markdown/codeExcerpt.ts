/** A listing that a page asks for: `attention`, or `attention#scaled_dot_product_attention,MultiHeadAttention`. */
export interface ListingRequest {
  file: string;
  names: string[];
}

type CodeLanguage = 'python' | 'ts';

/** The lines at which something begins at the top level of a file. */
const BEGINNINGS: Record<CodeLanguage, RegExp> = {
  python: /^(?:async def|def|class)\s+(\w+)/,
  ts: /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/,
};

/** Lines that belong to what follows them: decorators, comments, doc comments. */
const PREAMBLES: Record<CodeLanguage, RegExp> = {
  python: /^(?:@|#)/,
  ts: /^(?:\/\/|\/\*\*| \*)/,
};

/** Reads `name.py#a,b`; the extension may be left out. */
export function parseListingRequest(request: string): ListingRequest {
  const [file = '', names = ''] = request.split('#');
  return { file: file.replace(/\.(py|ts)$/, ''), names: names.split(',').filter(Boolean) };
}

/** The named top-level definitions of a file with their comments, in the order asked for; or all of it. */
export function codeExcerpt(source: string, names: string[], language: CodeLanguage): string {
  if (names.length === 0) return source.trim();
  const lines = source.split('\n');
  return names.map((name) => definition(lines, name, language)).join('\n\n');
}

function definition(lines: string[], name: string, language: CodeLanguage): string {
  const nameOf = (line: string) => BEGINNINGS[language].exec(line)?.[1];
  const start = lines.findIndex((line) => nameOf(line) === name);
  if (start < 0) {
    const known = lines.flatMap((line) => nameOf(line) ?? []);
    throw new Error(`no top-level definition "${name}"; there are ${known.join(', ')}`);
  }
  let first = start;
  while (first > 0 && PREAMBLES[language].test(lines[first - 1]!)) first--;
  let end = start + 1;
  while (end < lines.length && !beginsSomethingElse(lines[end]!)) end++;
  return lines.slice(first, end).join('\n').trim();
}

/** Inside a definition, lines are indented, empty, or begin with its closing bracket. */
function beginsSomethingElse(line: string): boolean {
  return /^[^\s)\]}]/.test(line);
}
