/**
 * Formulas further down are laid out only when they come near (book.css). Their fonts are asked for
 * before the page has loaded, so that a formula on a slow network does not change under the reader.
 */
const FACES = [
  '1em KaTeX_Main',
  'bold 1em KaTeX_Main',
  'italic 1em KaTeX_Math',
  'italic bold 1em KaTeX_Math',
  '1em KaTeX_Caligraphic',
  '1em KaTeX_AMS',
  '1em KaTeX_Size1',
  '1em KaTeX_Size2',
];

if (document.querySelector('.katex, .small-math')) {
  // Without the network the formulas stand in the reader's own fonts.
  for (const face of FACES) document.fonts.load(face).catch(() => undefined);
}

export {};
