// Two versions of a story so long that a widget leaves them to its worker: more than 24,000 UTF-16 units together.

const places = ['harbour', 'market', 'lock', 'quarry', 'bridge', 'mill', 'ferry', 'station', 'library', 'orchard'];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

const paragraph = (number) => {
  const place = places[number % places.length];
  const day = days[number % days.length];
  return `The council looked at the ${place} on ${day} and found ${number + 3} repairs to make there. Report ${number} says that each of them has to wait until the water is low.`;
};

const paragraphs = Array.from({ length: 120 }, (_, number) => paragraph(number));

export const before = paragraphs.join('\n\n');

/** A figure and a name are others, a paragraph moved to the end, one is new. */
export const after = [
  ...paragraphs.slice(0, 40),
  ...paragraphs.slice(41, 60),
  'Nobody had asked for the new lamps.',
  ...paragraphs.slice(60),
  paragraphs[40],
]
  .join('\n\n')
  .replace('found 13 repairs', 'found 31 repairs')
  .replace('on Thursday and found 86', 'on Saturday and found 86');
