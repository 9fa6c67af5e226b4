/**
 * Labels are plain text with formulas between dollar signs: 'linear projection $E$', '$W_z$'.
 * A formula knows letters (italic), everything else (upright), `_` and `^` with one character or a
 * {group}; a group of several letters is upright, as \text is in TeX.
 */
interface Run {
  text: string;
  italic: boolean;
  /** −1 below, 0 on, 1 above the line. */
  level: -1 | 0 | 1;
}

/** How far an index stands below, and an exponent above, the line. */
const SHIFT = { [-1]: 4, 0: 0, 1: -6 } as const;

/** The content of a `<text>` element: tspans, without any white space of their own. */
export function richText(label: string): string {
  return label
    .split('$')
    .map((part, index) => (index % 2 === 0 ? escape(part) : formula(part)))
    .join('');
}

function formula(source: string): string {
  let height = 0;
  return joined(runsOf(source))
    .map(({ text, italic, level }) => {
      const shift = SHIFT[level] - height;
      height = SHIFT[level];
      const classes = [italic ? 'fi' : 'fu', ...(level === 0 ? [] : ['fs'])].join(' ');
      return `<tspan class="${classes}"${shift === 0 ? '' : ` dy="${shift}"`}>${escape(text)}</tspan>`;
    })
    .join('')
    .concat(height === 0 ? '' : `<tspan dy="${-height}">\u200b</tspan>`);
}

function runsOf(source: string): Run[] {
  return [...source.matchAll(/([_^]?)(?:\{([^}]*)\}|(.))/gu)].flatMap((match): Run[] => {
    const level = match[1] === '_' ? -1 : match[1] === '^' ? 1 : 0;
    const text = match[2] ?? match[3] ?? '';
    if (/^\p{L}{2,}$/u.test(text)) return [{ text, italic: false, level }];
    return [...text].map((character) => ({
      text: character,
      italic: isVariable(character),
      level,
    }));
  });
}

/** Neighbours that are set alike become one run. */
function joined(runs: Run[]): Run[] {
  return runs.reduce<Run[]>((result, run) => {
    const last = result.at(-1);
    if (last && last.italic === run.italic && last.level === run.level) last.text += run.text;
    else result.push({ ...run });
    return result;
  }, []);
}

const isVariable = (character: string) => /[a-zA-Zα-ωϕℓ]/u.test(character);
const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
