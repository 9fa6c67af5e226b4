/** `\sym{queries}{Q}` in a formula. */
export interface SymbolUse {
  id: string;
  /** What is written for it, with any symbols inside. */
  tex: string;
  start: number;
  end: number;
}

const OPENING = /\\sym\s*\{([^{}]*)\}\s*\{/g;

/** All symbols of a formula, inner ones of nested symbols included, in the order of their beginning. */
export function symbolUses(formula: string): SymbolUse[] {
  return [...formula.matchAll(OPENING)].map((match) => {
    const bodyStart = match.index + match[0].length;
    const bodyEnd = closingBrace(formula, bodyStart);
    return {
      id: match[1]!,
      tex: formula.slice(bodyStart, bodyEnd),
      start: match.index,
      end: bodyEnd + 1,
    };
  });
}

/** The formula as one would write it elsewhere: `\sym{queries}{Q}` is `Q`. */
export function withoutSymbols(formula: string): string {
  const use = symbolUses(formula)[0];
  if (!use) return formula;
  return withoutSymbols(formula.slice(0, use.start) + use.tex + formula.slice(use.end));
}

function closingBrace(formula: string, start: number): number {
  let depth = 1;
  for (let i = start; i < formula.length; i++) {
    if (formula[i] === '\\') i++;
    else if (formula[i] === '{') depth++;
    else if (formula[i] === '}' && --depth === 0) return i;
  }
  return formula.length;
}
