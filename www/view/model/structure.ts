// What a document says of its spans → what each paragraph is, and what is in it. Pure data.
import { partitionPoint } from '../../partition-point.js';
import type { Format, FormatKind } from '../../report-types.js';
import type { Look, Paragraph } from './types.js';

const OBJECTS: ReadonlySet<FormatKind> = new Set<FormatKind>(['image', 'alt', 'embed']);
const BLOCKS: ReadonlySet<FormatKind> = new Set<FormatKind>([
  'heading',
  'list',
  'depth',
  'quote',
  'preformatted',
  'table',
  'caption',
]);

/** The elements of HTML for kinds of mark. */
export const TAGS: Partial<Record<FormatKind, 'strong' | 'em' | 'u' | 's' | 'code' | 'sub' | 'sup'>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Whether a format stands at a place and takes no text. */
export const isObject = ({ kind }: Pick<Format, 'kind'>): boolean => OBJECTS.has(kind);

/** Whether a format says what a whole paragraph is. */
export const isBlock = ({ kind }: Pick<Format, 'kind'>): boolean => BLOCKS.has(kind);

/** Tells each paragraph of one side what the document says of it. */
export function addStructure(paragraphs: readonly Paragraph[], structure: readonly Format[]): void {
  if (!structure.length) return;
  const inside = paragraphs.map((): Format[] => []);
  const around = paragraphs.map((): Format[] => []);
  for (const format of structure) {
    const [start, end] = format.span;
    const from = isObject(format) ? start : start + 1;
    const first = partitionPoint(paragraphs, (paragraph) => paragraph.end < from);
    if (isObject(format)) {
      // What stands behind everything belongs to the last paragraph.
      const at = Math.min(first, paragraphs.length - 1);
      const paragraph = paragraphs[at];
      if (!paragraph) return;
      const place = Math.min(Math.max(start, paragraph.start), paragraph.end);
      inside[at]?.push({ ...format, span: [place, place] });
      continue;
    }
    const lists = isBlock(format) ? around : inside;
    for (let i = first; i < paragraphs.length && (paragraphs[i]?.start ?? end) < end; i++) lists[i]?.push(format);
  }
  const numbers = numbersOf(structure);
  paragraphs.forEach((paragraph, i) => {
    paragraph.inside = inside[i] ?? [];
    paragraph.look = lookOf(paragraph, around[i] ?? [], numbers);
  });
}

function lookOf({ start }: Paragraph, around: readonly Format[], numbers: ReadonlyMap<Format, number>): Look {
  const look: Look = { kinds: [] };
  let depth = 1;
  for (const format of around) {
    // The paragraphs of a list inside an item are those of the inner list.
    if (format.span[0] > start) continue;
    switch (format.kind) {
      case 'heading':
        look.heading = Math.min(6, Math.max(1, Number(format.value) || 1));
        break;
      case 'depth':
        depth = Math.max(1, Number(format.value) || 1);
        break;
      case 'list': {
        const number = format.span[0] === start ? (numbers.get(format) ?? 1) : null;
        look.list = { ordered: format.value === 'ordered', depth, number };
        break;
      }
      case 'quote':
      case 'preformatted':
      case 'table':
      case 'caption':
        if (!look.kinds.includes(format.kind)) look.kinds.push(format.kind);
        break;
      default:
    }
  }
  return look;
}

/** White space between two items of one list, at most. */
const GAP = 2;

/** The number of each item in its list: one more than that of the item which ends right before it. */
function numbersOf(structure: readonly Format[]): ReadonlyMap<Format, number> {
  const numbers = new Map<Format, number>();
  const ends = new Map<string, { end: number; number: number }>();
  let depth = '1';
  for (const format of structure) {
    if (format.kind === 'depth') depth = format.value;
    if (format.kind !== 'list') continue;
    const key = `${depth} ${format.value}`;
    const last = ends.get(key);
    const number = last && format.span[0] >= last.end && format.span[0] <= last.end + GAP ? last.number + 1 : 1;
    numbers.set(format, number);
    ends.set(key, { end: format.span[1], number });
    depth = '1';
  }
  return numbers;
}
