import type { Language } from '../language.ts';
import type { Kind } from './ofaVocabulary.layout.ts';

interface Part {
  kind: Kind;
  count: number;
  first: number;
  last: number;
}

interface Strings {
  title: string;
  description: (total: string, box: readonly string[]) => string;
  heading: (total: string) => string;
  part: (part: Part) => string;
  moreCodes: string;
}

const number = (value: number) => value.toLocaleString('en');
const range = ({ first, last }: Part) => `${number(first)} … ${number(last)}`;

export const strings: Record<Language, Strings> = {
  zh: {
    title: 'OFA 的统一词表',
    description: (total, box) =>
      `一张词表共 ${total} 个词元，依次是文字、图像编码和位置词元，按比例画成一条。问图像描述什么，答案是词；问“the sun”指哪个区域，答案是 ${box.join(' ')}；问图像中间是什么，答案是一串图像编码。`,
    heading: (total) => `一张词表，共 ${total} 个词元`,
    part: (part) => {
      const names = { text: '文字', codes: '图像编码', bins: '位置' };
      return `${names[part.kind]}：${number(part.count)} 个，编号 ${range(part)}`;
    },
    moreCodes: '… 图像编码',
  },
  en: {
    title: 'The unified vocabulary of OFA',
    description: (total, box) =>
      `One vocabulary of ${total} tokens: text, then image codes, then location tokens, drawn to scale. Asked what the image describes, the answer is words; asked which region “the sun” describes, it is ${box.join(' ')}; asked what is in the middle of the image, it is a row of image codes.`,
    heading: (total) => `one vocabulary of ${total} tokens`,
    part: (part) => {
      const names = { text: 'text', codes: 'image codes', bins: 'locations' };
      return `${number(part.count)} ${names[part.kind]}, ids ${range(part)}`;
    },
    moreCodes: '… image codes',
  },
};
