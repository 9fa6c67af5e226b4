import { calculation, quote, score } from './numbers.ts';
import { FIELD } from './scene.ts';
import type { Strings } from './strings.ts';

const expressions = {
  bigCircle: '大红圆',
  smallCircle: '小红圆',
  square: '方块',
  triangle: '小红圆左边的图形',
  greenCircle: '方块旁边的圆',
  own: '你自己的两个框',
};

export const zh: Strings = {
  title: 'IoU：预测框找对了吗',
  tryThis:
    '拖动虚线的预测框 B，让“小红圆左边的图形”由未命中变成命中。再把判定改成“> 0.5”：哪一句的结果变了？',
  rule: '怎样算命中',
  rules: { atLeast: 'IoU ≥ 0.5', above: 'IoU > 0.5', ofa: 'OFA 的代码' },
  unit: '坐标',
  units: { pixels: '像素', unit: '0 到 1' },
  unitNote: {
    pixels: 'OFA 的代码给并集加 10⁻⁶；以像素计，面积很大，float32 把它舍掉了，结果与 ≥ 相同。',
    unit: 'OFA 的代码给并集加 10⁻⁶；坐标归一化以后面积很小，正好 0.5 的框因此成了未命中。',
  },
  picture: '画好的场景，上面有标准框 A 和预测框 B',
  help: '拖动方框或它的四角。用键盘时，先用 Tab 选中方框或一角，再按方向键；同时按 Shift 走大步。',
  editor: {
    move: '用方向键移动',
    corners: { x1y1: '左上角', x2y1: '右上角', x1y2: '左下角', x2y2: '右下角' },
  },
  boxName: (name) => (name === 'ownGold' ? '框 A' : '预测框 B'),
  corners: ({ x1, y1, x2, y2 }) => `(${x1}, ${y1}) – (${x2}, ${y2})`,
  expressions,
  quoted: { ...quote(expressions), own: expressions.own },
  legend: {
    gold: 'A 标准框',
    predicted: 'B 预测框',
    shared: 'A ∩ B 交集',
    enclosing: 'C 外接框',
  },
  numbers: calculation,
  verdicts: '这一对框，三种判定',
  verdict: (isHit) => (isHit ? '✓ 命中' : '✗ 未命中'),
  presets: '把 B 放到',
  preset: { equal: '与 A 重合', half: 'IoU 正好 0.5', touching: '与 A 相接', apart: '远离 A' },
  set: '五句指代表达，各有一个预测：选一句',
  accuracy: ({ hitCount, rows, accuracy }) =>
    `Acc@0.5 = ${hitCount}/${rows.length} = ${(100 * accuracy).toFixed(0)}%`,
  meanIou: ({ meanIou }) => `IoU 的平均值 = ${score(meanIou)}`,
  table: {
    caption: (rule) =>
      `标准框、预测框和得分（坐标为 ${FIELD.side}×${FIELD.side} 的像素；判定：${rule}）`,
    columns: ['指代表达', '标准框', '预测框', 'IoU', 'GIoU', '结果'],
    shown: '图上的一对',
    accuracy: '准确率',
    meanIou: '平均',
  },
};
