import type { Language } from '../language.ts';

export interface SearchStrings {
  open: string;
  label: string;
  placeholder: string;
  close: string;
  hint: string;
  loading: string;
  none: (query: string) => string;
  count: (count: number) => string;
  failed: string;
}

export const SEARCH_STRINGS: Record<Language, SearchStrings> = {
  zh: {
    open: '搜索',
    label: '搜索概念、公式、演示',
    placeholder: '例如：注意力、CLS、softmax',
    close: '关闭',
    hint: '中英文名称都可以；↑↓ 选择，回车打开。',
    loading: '正在打开索引…',
    none: (query) => `没有找到“${query}”。换一个词，或用它的英文名试试。`,
    count: (count) => `${count} 节`,
    failed: '搜索索引没有加载成功。请检查网络后重试。',
  },
  en: {
    open: 'Search',
    label: 'Search concepts, formulas, demos',
    placeholder: 'attention, CLS, softmax …',
    close: 'Close',
    hint: 'Names in English or Chinese; ↑↓ to choose, Enter to open.',
    loading: 'Opening the index…',
    none: (query) => `Nothing found for “${query}”. Try another word, or its Chinese name.`,
    count: (count) => `${count} section${count === 1 ? '' : 's'}`,
    failed: 'The search index did not load. Check the network and try again.',
  },
};
