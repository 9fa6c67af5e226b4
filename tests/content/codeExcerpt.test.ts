import { describe, expect, it } from 'vitest';
import { compactCode } from '../../src/markdown/compactCode.ts';
import { codeExcerpt, parseListingRequest } from '../../src/markdown/codeExcerpt.ts';

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

describe('code excerpts', () => {
  it.each([
    ['attention', 'attention', []],
    ['attention.py#a,b', 'attention', ['a', 'b']],
  ])('reads the request %s', (request, file, names) => {
    expect(parseListingRequest(request)).toEqual({ file, names });
  });

  it('are the whole file unless names are given', () => {
    expect(codeExcerpt(PYTHON, [], 'python')).toBe(PYTHON.trim());
  });

  it('take a definition with the comments and decorators before it', () => {
    expect(codeExcerpt(PYTHON, ['first'], 'python')).toBe('def first(x):\n    return x');
    expect(codeExcerpt(PYTHON, ['Second'], 'python')).toMatch(
      /^# what it is for\n@torch[^]*return 1$/,
    );
    expect(codeExcerpt(TYPESCRIPT, ['first'], 'ts')).toBe(
      '/** The first. */\nexport function first(\n  x: number,\n): number {\n  return x;\n}',
    );
  });

  it('keep the order asked for', () => {
    expect(codeExcerpt(TYPESCRIPT, ['second', 'first'], 'ts')).toMatch(
      /second = 2;\n\n\/\*\* The first/,
    );
  });

  it('fail on a name that is not there', () => {
    expect(() => codeExcerpt(TYPESCRIPT, ['third'], 'ts')).toThrow(
      'no top-level definition "third"; there are first, second',
    );
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
