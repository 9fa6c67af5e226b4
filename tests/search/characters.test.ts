import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCharacters, spaceCharacters, toQuery } from '../../src/search/characters.ts';

describe('Chinese is indexed by characters', () => {
  it('each stands alone; Latin words stay whole', () => {
    expect(spaceCharacters('类别词元 class token、ViT编码器')).toBe(
      '类 别 词 元 class token、ViT 编 码 器',
    );
  });

  it('a query asks for a run of them as a phrase', () => {
    expect(toQuery('ViT 编码器')).toEqual({ strict: 'ViT "编 码 器"', loose: 'ViT 编 码 器' });
    expect(toQuery('"注意力"')).toEqual({ strict: '"注 意 力"', loose: '注 意 力' });
    expect(toQuery('ＣＬＳ')).toEqual({ strict: 'CLS', loose: 'CLS' });
    expect(toQuery('编码器—解码器').strict).toBe('"编 码 器" "解 码 器"');
    expect(toQuery('  ')).toEqual({ strict: '', loose: '' });
  });

  it('the spaces are taken out again for the reader, marks kept', () => {
    expect(
      joinCharacters('自 <mark>注 </mark><mark>意 </mark><mark>力 </mark>机 制 softmax 层 。'),
    ).toBe('自<mark>注意力</mark>机制 softmax 层。');
  });

  it('spacing and joining give a Chinese text back', () => {
    const han = fc.string({ unit: fc.constantFrom(...'类别词元图像块注意力'), minLength: 1 });
    fc.assert(
      fc.property(han, (text) => {
        expect(joinCharacters(spaceCharacters(text))).toBe(text);
      }),
    );
  });
});
