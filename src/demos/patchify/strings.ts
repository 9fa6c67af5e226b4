import type { Language } from '../../language.ts';
import type { Derived, Divided } from './derive.ts';

type Undivided = Extract<Derived, { kind: 'undivided' }>;

export interface Strings {
  title: string;
  tryThis: string;
  patchSize: string;
  resolution: string;
  channels: string;
  channelName: Record<1 | 3, string>;
  pixels: (count: number) => string;
  pickPatch: string;
  patchAt: (derived: Divided) => string;
  steps: { image: string; patch: string; vector: string; token: string };
  stepNote: {
    image: (derived: Divided) => string;
    patch: (derived: Divided) => string;
    vector: (derived: Divided) => string;
    token: (derived: Divided, width: number) => string;
  };
  sequence: (derived: Divided) => string;
  classToken: string;
  sums: {
    patches: (derived: Divided) => string;
    length: (derived: Divided) => string;
    pairs: (derived: Divided) => string;
  };
  undivided: (derived: Undivided) => string;
  table: { caption: string; quantity: string; value: string };
  rows: Record<
    'patchCount' | 'patchLength' | 'sequenceLength' | 'pixelPairs' | 'tokenPairs' | 'selected',
    string
  >;
}

const number = (value: number, language: Language) =>
  value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');

export const strings: Record<Language, Strings> = {
  zh: {
    title: '从图像到词元',
    tryThis: '把图像块从 16 改成 8：块数变成原来的几倍？再点图上任意一块，看它怎样变成一个向量。',
    patchSize: '图像块边长 P',
    resolution: '图像边长 H = W',
    channels: '通道数 C',
    channelName: { 1: '1（灰度）', 3: '3（RGB）' },
    pixels: (count) => `${count} 像素`,
    pickPatch: '选一个图像块',
    patchAt: ({ selected, selectedRow, selectedColumn }) =>
      `第 ${selected + 1} 块：第 ${selectedRow + 1} 行，第 ${selectedColumn + 1} 列`,
    steps: { image: '图像切成块', patch: '一块像素', vector: '展平成向量', token: '乘 E 成为词元' },
    stepNote: {
      image: (d) => `${d.rows}×${d.columns} = ${d.patchCount} 块`,
      patch: (d) => `${d.patchSize}×${d.patchSize} 像素，${d.channels} 通道`,
      vector: (d) =>
        `${d.patchSize}·${d.patchSize}·${d.channels} = ${number(d.patchLength, 'zh')} 个数`,
      token: (d, width) => `${number(d.patchLength, 'zh')} → ${width} 维；E 在这里随机初始化`,
    },
    sequence: (d) =>
      `按行依次排成序列：${d.patchCount} 个图像块（每格是该块的平均颜色），最前面再加一个类别词元`,
    classToken: '类别词元',
    sums: {
      patches: (d) =>
        `N = HW/P² = ${d.resolution}·${d.resolution}/${d.patchSize}² = ${d.patchCount}`,
      length: (d) => `P²C = ${d.patchSize}²·${d.channels} = ${number(d.patchLength, 'zh')}`,
      pairs: (d) =>
        `注意力要比较的词元对：(N+1)² = ${number(d.tokenPairs, 'zh')}；若以像素为词元则是 ${number(d.pixelPairs, 'zh')}`,
    },
    undivided: (d) =>
      `${d.resolution} 除以 ${d.patchSize} 余 ${d.remainder}：图像块铺不满这张图。ViT 要求边长能被 P 整除，请换一个 P 或图像边长。`,
    table: { caption: '切块与展平', quantity: '量', value: '值' },
    rows: {
      patchCount: '图像块数 N',
      patchLength: '每块的长度 P²C',
      sequenceLength: '序列长度 N+1',
      pixelPairs: '以像素为词元时的词元对数',
      tokenPairs: '以图像块为词元时的词元对数',
      selected: '选中的图像块',
    },
  },
  en: {
    title: 'From an image to tokens',
    tryThis:
      'Change the patch from 16 to 8 pixels: how many times more patches are there? Then pick any patch and watch it become a vector.',
    patchSize: 'Patch side P',
    resolution: 'Image side H = W',
    channels: 'Channels C',
    channelName: { 1: '1 (grey)', 3: '3 (RGB)' },
    pixels: (count) => `${count} pixels`,
    pickPatch: 'Pick a patch',
    patchAt: ({ selected, selectedRow, selectedColumn }) =>
      `patch ${selected + 1}: row ${selectedRow + 1}, column ${selectedColumn + 1}`,
    steps: {
      image: 'Cut into patches',
      patch: 'One patch',
      vector: 'Flattened',
      token: 'Times E: a token',
    },
    stepNote: {
      image: (d) => `${d.rows}×${d.columns} = ${d.patchCount} patches`,
      patch: (d) =>
        `${d.patchSize}×${d.patchSize} pixels, ${d.channels} channel${d.channels === 1 ? '' : 's'}`,
      vector: (d) =>
        `${d.patchSize}·${d.patchSize}·${d.channels} = ${number(d.patchLength, 'en')} numbers`,
      token: (d, width) => `${number(d.patchLength, 'en')} → ${width}; E is random here`,
    },
    sequence: (d) =>
      `In raster order, a sequence: ${d.patchCount} patches (each cell the patch’s mean colour), with the class token in front`,
    classToken: 'class token',
    sums: {
      patches: (d) =>
        `N = HW/P² = ${d.resolution}·${d.resolution}/${d.patchSize}² = ${d.patchCount}`,
      length: (d) => `P²C = ${d.patchSize}²·${d.channels} = ${number(d.patchLength, 'en')}`,
      pairs: (d) =>
        `Pairs that attention compares: (N+1)² = ${number(d.tokenPairs, 'en')}; with pixels as tokens, ${number(d.pixelPairs, 'en')}`,
    },
    undivided: (d) =>
      `${d.resolution} divided by ${d.patchSize} leaves ${d.remainder}: the patches do not tile this image. ViT needs a side that P divides; choose another P or another side.`,
    table: { caption: 'Cutting and flattening', quantity: 'Quantity', value: 'Value' },
    rows: {
      patchCount: 'Patches N',
      patchLength: 'Numbers in a patch P²C',
      sequenceLength: 'Sequence length N+1',
      pixelPairs: 'Pairs with pixels as tokens',
      tokenPairs: 'Pairs with patches as tokens',
      selected: 'Patch picked',
    },
  },
};
