/** A listing that a page asks for: `attention`, or `attention#scaled_dot_product_attention,MultiHeadAttention`. */
export interface ListingRequest {
  file: string;
  names: string[];
}

type CodeLanguage = 'python' | 'ts';

/** The lines at which something begins at the top level of a file. */
const BEGINNINGS: Record<CodeLanguage, RegExp> = {
  python: /^(?:async def|def|class)\s+(\w+)/,
  ts: /^(?:export )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)/,
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

/** A top-level definition with its comments, or what stands before the first one. */
export interface CodeBlock {
  name: string | undefined;
  text: string;
}

/** Cuts a file before each top-level definition (and the comments that belong to it). */
export function codeBlocks(source: string, language: CodeLanguage): CodeBlock[] {
  const lines = source.trim().split('\n');
  const blocks: { name: string | undefined; lines: string[] }[] = [{ name: undefined, lines: [] }];
  for (const line of lines) {
    const name = BEGINNINGS[language].exec(line)?.[1];
    if (name !== undefined)
      blocks.push({ name, lines: takePreamble(blocks.at(-1)!.lines, language) });
    blocks.at(-1)!.lines.push(line);
  }
  return blocks
    .map(({ name, lines: own }) => ({ name, text: own.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** The names of a file's top-level definitions, in order. */
export function definitionNames(source: string, language: CodeLanguage): string[] {
  return codeBlocks(source, language).flatMap(({ name }) => name ?? []);
}

/** Takes the comment or decorator lines at the end of a block away, for the definition after them. */
function takePreamble(lines: string[], language: CodeLanguage): string[] {
  let first = lines.length;
  while (first > 0 && PREAMBLES[language].test(lines[first - 1])) first--;
  return lines.splice(first);
}
