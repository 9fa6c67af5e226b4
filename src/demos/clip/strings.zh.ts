import { FAILURE_TEXTS } from '../../train/failureTexts.ts';
import { decimal, percent } from '../../ui/numberText.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { captionText } from '../../world/language/readerText.ts';
import { extremes, share } from './numbers.ts';
import { LONGEST_PROMPTS, MOST_PROMPTS } from './state.ts';
import type { Strings } from './strings.ts';

const nameOf = (id: string) =>
  [...SMALL_WORLD.colours, ...SMALL_WORLD.shapes].find((value) => value.id === id)!.name.zh;

const truth = (isTrue: boolean) => (isTrue ? '属实' : '不实');

export const chinese: Strings = {
  title: '训练好的玩具 CLIP：句子、图像块、检索',
  tryThis:
    '把红色圆形拖到另一个角：现在哪一句得分最高？再写几句自己的话，每行一句，找一句不实的，让它胜过属实的。',
  scene: '你的场景',
  split: {
    train: '训练用过的布局。',
    validation: '没训练过的布局。',
    test: '没训练过的布局。',
  },
  write: `你的句子，每行一句（最多 ${MOST_PROMPTS} 句）`,
  vocabulary: `它认识${[...SMALL_WORLD.colours, ...SMALL_WORLD.shapes].map(({ name }) => name.zh).join('、')}，以及“左上”这样的位置。总共不超过 ${LONGEST_PROMPTS} 个字符。`,
  pick: (index) => `在图像块上看第 ${index + 1} 句`,
  scores: (cosine, probability, isTrue) =>
    `余弦 ${decimal(cosine, 3)} · ${percent(probability)} · ${truth(isTrue)}`,
  width: (probability) => `${(100 * probability).toFixed(1)}%`,
  truth,
  problem: (read, line) => {
    const where = `第 ${line + 1} 行：`;
    switch (read.kind) {
      case 'unknown':
        return (
          where +
          read.words
            .map(
              ({ word, suggestions }) =>
                `玩具世界里没有“${word}”这个词；是不是${suggestions.map((text) => `“${text}”`).join('、')}？`,
            )
            .join('')
        );
      case 'notDescribing':
        return `${where}只能比较描述（颜色、形状、位置），不能提问。`;
      case 'tooLong':
        return `${where}太长了，文本编码器放不下。`;
      default:
        return where;
    }
  },
  verdict: ({ winner, hasTrue, prompts, scale }) => {
    if (!winner) return '请至少写一句它能读懂的话。';
    const place = prompts.indexOf(winner) + 1;
    const judged = winner.isTrue
      ? '它属实。'
      : hasTrue
        ? '它不实，而备选里有属实的。'
        : '它不实；备选里没有属实的。';
    return `第 ${place} 句得分最高。${judged}（余弦 × ${scale.toFixed(1)} 之后做 softmax）`;
  },
  heat: '拿每个图像块与这段文字比较',
  heatName: (heat, { picked }) =>
    heat === 'prompt' ? `第 ${(picked?.index ?? 0) + 1} 句` : nameOf(heat),
  patchMap: '每个图像块的词元与文字的余弦',
  patchNote: (heat) =>
    heat
      ? `每个图像块的词元与文字的余弦：从 ${decimal(heat.smallest, 2)} 到 ${decimal(heat.largest, 2)}；蓝正橙负。`
      : '没有它读得懂的文字。',
  cover: '逐块遮住',
  coverMap: '遮住一块后，整幅图的余弦下降多少',
  coverNote: (falls) => {
    if (!falls) return '把一块涂成背景色，整幅图的余弦会下降多少：点按钮当场测。';
    const [smallest, largest] = extremes(falls);
    return `遮住一块，余弦下降 ${decimal(smallest, 2)} 到 ${decimal(largest, 2)}：蓝色是下降，橙色是上升。`;
  },
  retrieval: '在没训练过的场景里双向检索',
  retrievalNote: ({ size, seed }) => `图库 ${seed}：${size} 个测试布局，各一张。还没有测量。`,
  size: '图库大小 N',
  seed: '图库编号',
  measure: '测量',
  measuring: (done) => `正在嵌入图像和描述：${percent(done)}`,
  failed: '测量失败，请再试一次。',
  guessing: ({ size, guessing }) =>
    `${size} 个场景。随机猜测的 R@1 = ${percent(guessing.recall1)}，R@5 = ${percent(guessing.recall5)}。`,
  imageToText: '图 → 文',
  textToImage: '文 → 图',
  recalls: (result) =>
    result ? `R@1 ${share(result.recall1)}，R@5 ${share(result.recall5)}` : 'R@1 –，R@5 –',
  caption: (scene) => captionText(SMALL_WORLD, scene, 'zh'),
  rank: (rank) => `排第一的是它；自己的排第 ${rank}`,
  noMistakes: '全部排在第 1。',
  training: '从头再训练一次',
  objects: '场景',
  objectNames: { one: '一个物体', several: '多个物体，带难负例' },
  train: '开始训练',
  stop: '停止',
  trainingStatus: ({ status, progress, failure, notice }, { batch, steps, objects }) => {
    const at =
      progress &&
      `第 ${progress.doneSteps} 步，共 ${progress.allSteps} 步，损失 ${progress.loss.toFixed(3)}`;
    switch (status) {
      case 'loading':
        return '正在载入并编译训练引擎……';
      case 'running':
      case 'paused':
        return `正在后台训练：${at ?? '最初几步'}。`;
      case 'done':
        return `训练完成：${at ?? ''}。`;
      case 'stopped':
        return at ? `已停止：${at}。` : '已停止。';
      case 'failed': {
        const text = FAILURE_TEXTS.zh[failure?.kind ?? 'unexpected'];
        return text.what + text.advice;
      }
      default:
        return notice
          ? FAILURE_TEXTS.zh[notice.kind].what
          : `从随机权重开始，${steps} 步，每步 ${batch} 对，在你的浏览器里进行${objects === 'several' ? '；选“一个物体”快得多' : ''}。点按钮之前什么也不载入。`;
    }
  },
  ours: '我们的训练（接着“一个物体”）',
  here: '此处',
  loss: '损失',
  step: '步',
  chance: ({ training }) => `猜测：${training.chance.toFixed(2)}`,
  curveLabel: (loss) => (loss === undefined ? '还没有损失' : `现在的损失 ${loss.toFixed(3)}`),
  table: {
    caption: '句子与图像块',
    columns: ['文字或图像块', '余弦', '概率', '对这个场景'],
    line: (line) => `第 ${line + 1} 行`,
    patch: (row, column) => `第 ${row + 1} 行第 ${column + 1} 列的图像块`,
    unreadable: '读不懂',
    number: (value) => decimal(value, 4),
  },
};
