// Random pairs of texts for tests of laws.
import type { Both } from '../../www/sides.js';

/** A pair with moves, splits, cuts and edits, from a seed. */
export function shaken(seed: number): Both<string> {
  let state = seed;
  const random = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % n;
  };
  const words =
    'tide harbour council 2,000 5.5 “yes” U.K. Oslo 10:30 l’été שלום 東京 👩‍🚀 e\u0301 — slow\u00a0boat keel mast'.split(
      ' ',
    );
  const sentence = () => `${Array.from({ length: 4 + random(9) }, () => words[random(words.length)]).join(' ')}.`;
  const paragraphs = Array.from({ length: 3 + random(8) }, () =>
    Array.from({ length: 1 + random(4) }, sentence).join(' '),
  );
  const after = paragraphs.flatMap((text) => {
    const roll = random(8);
    if (roll === 0) return [];
    if (roll === 1) return [text, sentence()];
    if (roll === 2) return text.split(/(?<=\.) /);
    if (roll === 3) return [text.replace(/2,000/g, '3,000').replace(/“|”/g, '"')];
    return [text];
  });
  if (after.length > 2 && random(2)) after.push(...after.splice(random(after.length), 1));
  return { before: paragraphs.join('\n\n'), after: after.join(random(2) ? '\n\n' : '\r\n') };
}
