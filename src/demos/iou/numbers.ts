import { decimal } from '../../ui/numberText.ts';
import type { Derived } from './derive.ts';
import type { Unit } from './state.ts';

/** An IoU or GIoU as it stands in the calculation; the table has a place more. */
export const score = (value: number) => decimal(value, 3);

/** An area: whole pixels, or a share of the picture. */
export const area = (value: number, unit: Unit) =>
  unit === 'pixels' ? value.toLocaleString('en') : value.toFixed(4);

/** The calculation from the areas to IoU and GIoU; the same in both languages. */
export function calculation({ numbers, unit }: Derived): { symbol: string; text: string }[] {
  const a = (value: number) => area(value, unit);
  const { goldArea, predictedArea, intersection, union, enclosingArea, empty, iou, giou } = numbers;
  return [
    { symbol: 'gold-box', text: `|A| = ${a(goldArea)}` },
    { symbol: 'predicted-box', text: `|B| = ${a(predictedArea)}` },
    { symbol: 'intersection', text: `|A ∩ B| = ${a(intersection)}` },
    {
      symbol: 'union',
      text: `|A ∪ B| = ${a(goldArea)} + ${a(predictedArea)} − ${a(intersection)} = ${a(union)}`,
    },
    { symbol: 'iou', text: `IoU = ${a(intersection)} / ${a(union)} = ${score(iou)}` },
    { symbol: 'enclosing-box', text: `|C| = ${a(enclosingArea)}` },
    {
      symbol: 'giou',
      text: `GIoU = ${score(iou)} − ${a(empty)} / ${a(enclosingArea)} = ${score(giou)}`,
    },
  ];
}

/** Every text in quotation marks. */
export const quote = <Key extends string>(texts: Record<Key, string>): Record<Key, string> =>
  Object.fromEntries(
    Object.entries<string>(texts).map(([key, text]) => [key, `“${text}”`]),
  ) as Record<Key, string>;
