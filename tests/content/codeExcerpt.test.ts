import { describe, expect, it } from 'vitest';
import { compactCode } from '../../src/markdown/compactCode.ts';
import {
  codeBlocks,
  definitionNames,
  parseListingRequest,
} from '../../src/markdown/codeExcerpt.ts';

const PYTHON = `import torch


def first(x):
    return x


# what it is for
@torch.no_grad()
class Second:
    """Text."""

    def method(self):
        return 1
`;
const TYPESCRIPT = `import { a } from './a.ts';

/** The first. */
export function first(
  x: number,
): number {
  return x;
}

/** The second. */
export const second = 2;

function hidden() {}
`;

describe('code blocks', () => {
  it.each([
    ['attention', 'attention', []],
    ['attention.py#a,b', 'attention', ['a', 'b']],
  ])('reads the request %s', (request, file, names) => {
    expect(parseListingRequest(request)).toEqual({ file, names });
  });

  it('begin at each definition, with the comments and decorators before it', () => {
    expect(codeBlocks(PYTHON, 'python')).toEqual([
      { name: undefined, text: 'import torch' },
      { name: 'first', text: 'def first(x):\n    return x' },
      {
        name: 'Second',
        text: expect.stringMatching(/^# what it is for\n@torch[^]*return 1$/) as string,
      },
    ]);
    expect(codeBlocks(TYPESCRIPT, 'ts')[1]).toEqual({
      name: 'first',
      text: '/** The first. */\nexport function first(\n  x: number,\n): number {\n  return x;\n}',
    });
  });

  it('together are the whole file', () => {
    const text = codeBlocks(TYPESCRIPT, 'ts').map((block) => block.text);
    expect(text.join('\n\n')).toBe(TYPESCRIPT.trim());
  });

  it('are known by name', () => {
    expect(definitionNames(TYPESCRIPT, 'ts')).toEqual(['first', 'second', 'hidden']);
  });
});

describe('compact code', () => {
  it('marks what stands out, neighbours of a kind together, and escapes', async () => {
    expect(await compactCode("// a < b\nexport const x = 'y' && z;", 'ts')).toBe(
      '<span class="c">// a &lt; b</span>\n' +
        '<span class="k">export const </span>x <span class="k">= </span>' +
        '<span class="s">\'y\' </span><span class="k">&amp;&amp;</span> z;',
    );
  });
});
