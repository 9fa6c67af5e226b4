import type { Language } from '../language.ts';
import type { GroupId, ItemId } from './visionLanguageFramework.layout.ts';

interface Strings {
  title: string;
  description: string;
  tasks: string;
  groups: Record<GroupId, string>;
  items: Record<ItemId, string>;
  modules: { representation: string; alignment: string };
  vision: readonly string[];
  language: readonly string[];
}

export const strings: Record<Language, Strings> = {
  zh: {
    title: '视觉—语言研究的整体框架',
    description:
      '底层是两种模态的单位：视觉从像素、区域、图像到相册，语言从字、短语、句子到段落，大小相当的彼此对应。中间是跨模态的语义表示和语义对齐。上层是四类任务：匹配、生成、推理、导航。每个方框都链接到讲它的小节。',
    tasks: '任务',
    groups: { matching: '匹配', generation: '生成', reasoning: '推理', navigation: '导航' },
    items: {
      retrieval: '图文检索',
      grounding: '视觉定位',
      captions: '图像描述',
      stories: '相册故事',
      dialogue: '图片对话',
      answers: '视觉问答',
      rationales: '常识推理',
      events: '事件推断',
      instructions: '按指令走',
    },
    modules: { representation: '跨模态语义表示', alignment: '跨模态语义对齐' },
    vision: ['像素', '区域', '图像', '相册'],
    language: ['字', '短语', '句子', '段落'],
  },
  en: {
    title: 'The framework of vision-and-language research',
    description:
      'At the bottom are the units of the two modalities: pixels, regions, images and albums, and characters, phrases, sentences and paragraphs; those of like size answer each other. In the middle, semantic representation and semantic alignment across the modalities. On top, four kinds of task: matching, generation, reasoning and navigation. Each box is a link to its section.',
    tasks: 'tasks',
    groups: {
      matching: 'matching',
      generation: 'generation',
      reasoning: 'reasoning',
      navigation: 'navigation',
    },
    items: {
      retrieval: 'retrieval',
      grounding: 'grounding',
      captions: 'captions',
      stories: 'stories',
      dialogue: 'dialogue',
      answers: 'questions',
      rationales: 'rationales',
      events: 'events',
      instructions: 'instructions',
    },
    modules: { representation: 'shared representation', alignment: 'cross-modal alignment' },
    vision: ['pixels', 'regions', 'image', 'album'],
    language: ['characters', 'phrase', 'sentence', 'paragraph'],
  },
};
