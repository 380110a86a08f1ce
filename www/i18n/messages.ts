// The type of all words of the interface: a language file that lacks a key, has a surplus one, or lacks a plural form
// of its language does not compile.

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * A text that is chosen by the number `{n}`: one text for each plural form of the language. A language without plural
 * forms has a single text.
 */
export type Counted<Form extends PluralForm> = [Form] extends ['other'] ? string : Readonly<Record<Form, string>>;

/**
 * All texts of one language, by key. In a text, `{name}` is replaced by a value, `{n:word}` by the number spelled out,
 * `{name:lower}` by the value in lower case, and `*…*` is emphasis.
 *
 * `Form`: the plural forms that the language distinguishes (those of `Intl.PluralRules`; a form that only numbers from
 * a million on ask for may be left out, and `other` is used).
 */
export interface Messages<Form extends PluralForm> {
  /** Small numbers spelled out, from 0 on. A language that always writes digits leaves it out. */
  'number.words'?: readonly string[];
  quote: string;
  times: Counted<Form>;

  'side.before': string;
  'side.after': string;
  'side.named': string;
  'side.name.before': string;
  'side.name.after': string;
  'side.name.hint': string;
  'versions.label': string;
  'versions.before': string;
  'versions.after': string;
  'versions.previous': string;
  'versions.next': string;
  'versions.name': string;
  'versions.first': string;
  'versions.add': string;
  'versions.add.title': string;
  'versions.add.name': string;
  'versions.add.text': string;
  'versions.add.hint': string;
  'versions.add.confirm': string;
  'versions.arrange': string;
  'versions.arrange.title': string;
  'versions.arrange.name': string;
  'versions.earlier': string;
  'versions.later': string;
  'versions.remove': string;
  'versions.moved': string;
  'versions.removed': string;
  'versions.count': Counted<Form>;
  'versions.facts': Counted<Form>;
  'side.words': Counted<Form>;

  'view.label': string;
  'view.side-by-side': string;
  'view.inline': string;
  'view.changes': string;

  'preset.label': string;
  'preset.facts': string;
  'preset.wording': string;
  'preset.everything': string;

  'chips.label': string;
  'filter.quotation': string;
  'filter.number': string;
  'filter.name': string;
  'filter.negation': string;
  'filter.links': string;
  'filter.cut': string;
  'filter.added': string;
  'filter.wording': string;
  'filter.order': string;
  'filter.moved': string;
  'filter.spelling': string;
  'filter.case': string;
  'filter.punctuation': string;
  'filter.break': string;
  'filter.formatting': string;
  'filter.dateline': string;
  'filter.timestamp': string;
  'filter.typography': string;
  'filter.spacing': string;
  'filter.furniture': string;
  'filter.one.quotation': string;
  'filter.one.number': string;
  'filter.one.name': string;
  'filter.one.negation': string;
  'filter.one.links': string;
  'filter.one.cut': string;
  'filter.one.added': string;
  'filter.one.wording': string;
  'filter.one.order': string;
  'filter.one.moved': string;
  'filter.one.spelling': string;
  'filter.one.case': string;
  'filter.one.punctuation': string;
  'filter.one.break': string;
  'filter.one.formatting': string;
  'filter.one.dateline': string;
  'filter.one.timestamp': string;
  'filter.one.typography': string;
  'filter.one.spacing': string;
  'filter.one.furniture': string;
  'chip.shown': string;
  'chip.partly': string;
  'chip.hidden': string;
  'hidden.count': Counted<Form>;
  'hidden.kind': string;
  'hidden.all': Counted<Form>;
  'hidden.all.facts': Counted<Form>;
  'hidden.kept': string;
  'hidden.kept.own': string;
  'hidden.show': string;
  'hidden.back': string;
  trace: Counted<Form>;

  'bar.filter': string;
  'bar.more': string;

  'nav.label': string;
  'nav.previous': string;
  'nav.next': string;
  'nav.position': string;
  'nav.count': Counted<Form>;
  'nav.none': string;
  'nav.announce': string;

  'nav.partner': string;

  'change.label': string;
  'change.before': string;
  'change.before.hint': string;
  'change.after': string;
  'change.after.hint': string;
  'change.paragraph': string;
  'change.paragraph.hint': string;
  'change.reviewed': string;
  'change.undo': string;
  'change.left': string;

  'tool.edit': string;
  'tool.done': string;
  'tool.swap': string;
  'tool.clear': string;
  'tool.unclear': string;
  'tool.unfold': string;
  'tool.fold': string;
  'tool.speak': string;
  'tool.help': string;
  'tool.find': string;
  'find.count': string;
  'find.none': string;
  'find.previous': string;
  'find.next': string;
  'find.close': string;

  'fold.same': Counted<Form>;
  'fold.hidden': Counted<Form>;
  'fold.hidden.count': Counted<Form>;
  'fold.furniture': Counted<Form>;
  'fold.furniture.side': Counted<Form>;
  'fold.furniture.sides': string;
  'fold.unprinted': string;
  'fold.opened': string;
  'fold.closed': string;

  elided: Counted<Form>;
  'cell.none.before': string;
  'cell.none.after': string;
  'cell.moved.before': string;
  'cell.moved.after': string;
  'row.split': string;
  'row.merged': string;
  'row.quotation': string;
  'move.note.before': string;
  'move.note.after': string;
  'move.away': string;

  'legend.title': string;
  'legend.gone': string;
  'legend.new': string;
  'legend.away': string;
  'legend.here': string;

  'mark.cut': string;
  'mark.new': string;
  'mark.was': string;
  'mark.now': string;
  'mark.order': string;
  'mark.surface': string;
  'mark.format': string;
  'mark.away': string;
  'mark.here': string;
  'mark.quoted.cut': string;
  'mark.quoted.new': string;
  'mark.quoted.was': string;
  'mark.quoted.now': string;
  'mark.quoted.order': string;
  'mark.end': string;

  'sentence.replace': string;
  'sentence.order': string;
  'sentence.text': string;
  'sentence.comma.delete': string;
  'sentence.comma.insert': string;
  'sentence.delete.word': string;
  'sentence.insert.word': string;
  'sentence.delete.sentence': string;
  'sentence.delete.paragraph': string;
  'sentence.delete.headline': string;
  'sentence.delete.standfirst': string;
  'sentence.delete.byline': string;
  'sentence.delete.timestamp': string;
  'sentence.insert.sentence': string;
  'sentence.insert.paragraph': string;
  'sentence.insert.headline': string;
  'sentence.insert.standfirst': string;
  'sentence.insert.byline': string;
  'sentence.insert.timestamp': string;
  'sentence.move.paragraph': string;
  'sentence.move.sentence': string;
  'sentence.move.phrase': string;
  'sentence.split': string;
  'sentence.merged': string;
  'sentence.spacing': string;
  'sentence.link.changed': string;
  'sentence.link.added': string;
  'sentence.link.cut': string;
  'sentence.format': string;
  'format.none': string;
  'format.image': string;
  'format.alt': string;
  'format.embed': string;
  'format.heading': string;
  'format.ordered': string;
  'format.unordered': string;
  'format.depth': string;
  'format.quote': string;
  'format.preformatted': string;
  'format.table': string;
  'format.caption': string;
  'format.emphasis': string;
  'format.strong': string;
  'format.underline': string;
  'format.strike': string;
  'format.code': string;
  'format.sub': string;
  'format.sup': string;
  'blank.none': string;
  'blank.space': string;
  'blank.spaces': string;
  'blank.nobreak': string;
  'blank.line': string;
  'blank.paragraph': string;
  'entry.show': string;
  'entry.copy': string;
  'entry.copied': string;
  'entry.uncopied': string;

  'sum.identical': string;
  'sum.words.same': string;
  'sum.surface': Counted<Form>;
  'sum.furniture': string;
  'sum.frame': string;
  'sum.alike': string;
  'sum.words.alike': string;
  'sum.share.all': string;
  'sum.share.almost': string;
  'sum.share.most': string;
  'sum.share.half': string;
  'sum.share.little': string;
  'sum.share.none': string;
  'sum.sentence': string;
  'sum.changes': string;
  'sum.gap': string;
  'sum.cut': Counted<Form>;
  'sum.added': Counted<Form>;
  'sum.unit.headline': Counted<Form>;
  'sum.unit.standfirst': Counted<Form>;
  'sum.unit.byline': Counted<Form>;
  'sum.unit.paragraph': Counted<Form>;
  'sum.unit.sentence': Counted<Form>;
  'sum.including': Counted<Form>;
  'sum.quotation.changed': Counted<Form>;
  'sum.quotation.added': Counted<Form>;
  'sum.quotation.cut': Counted<Form>;
  'sum.quotation.mixed': Counted<Form>;
  'sum.number': Counted<Form>;
  'sum.name': Counted<Form>;
  'sum.negation': Counted<Form>;
  'sum.link.changed': Counted<Form>;
  'sum.link.added': Counted<Form>;
  'sum.link.cut': Counted<Form>;
  'sum.image.changed': Counted<Form>;
  'sum.image.added': Counted<Form>;
  'sum.image.cut': Counted<Form>;
  'sum.alt': Counted<Form>;
  'sum.embed': Counted<Form>;
  'sum.order': Counted<Form>;
  'sum.moved.paragraph': Counted<Form>;
  'sum.moved.sentence': Counted<Form>;
  'sum.moved.phrase': Counted<Form>;
  'sum.wording': Counted<Form>;
  'sum.wording.other': Counted<Form>;
  'sum.punctuation': Counted<Form>;
  'sum.break': Counted<Form>;
  'sum.formatting': Counted<Form>;
  'sum.also': string;
  'sum.only': string;
  'sum.follow': string;
  'sum.imprecise': string;
  'frame.replace': string;
  'frame.delete': string;
  'frame.insert': string;
  'frame.change': string;

  'state.empty': string;
  'state.half.before': string;
  'state.half.after': string;
  'state.nothing': string;
  'state.busy': string;
  'state.cancel': string;
  'state.cancelled': string;
  'state.retry': string;
  'state.long': string;
  'state.compare': string;
  'state.error': string;
  'state.panic': string;
  'state.unavailable': string;
  'state.done': Counted<Form>;
  'state.shown': Counted<Form>;

  'editor.before': string;
  'editor.after': string;
  'editor.placeholder.before': string;
  'editor.placeholder.after': string;
  'editor.long': Counted<Form>;
  'editor.anyway': string;

  'sheet.label': string;
  'inline.label': string;
  'changes.label': string;

  'keys.title': string;
  'keys.next': string;
  'keys.previous': string;
  'keys.partner': string;
  'keys.card': string;
  'keys.views': string;
  'keys.edit': string;
  'keys.fold': string;
  'keys.find': string;
  'keys.before': string;
  'keys.after': string;
  'keys.review': string;
  'keys.undo': string;
  'keys.anywhere': string;

  'in.ask.side': string;
  'in.ask.replace': string;
  'in.ask.large': string;
  'in.read': string;
  'in.replace': string;
  'in.cancel': string;
  'in.ask.next': string;
  'in.ask.files': string;
  'in.add': string;
  'in.reading': string;
  'in.opened.one': string;
  'in.opened.two': string;
  'in.opened.next': string;
  'in.opened.by-names': string;
  'in.opened.by-dates': string;
  'in.encoding.guessed': string;
  'in.encoding.damaged': Counted<Form>;
  'in.encoding.choose': string;
  'in.link': string;
  'in.error.many': string;
  'in.error.binary': string;
  'in.error.pdf-pictures': string;
  'in.error.old-word': string;
  'in.error.locked': string;
  'in.error.other-document': string;
  'in.error.damaged': string;
  'in.error.too-large': string;
  'in.error.empty': string;
  'in.error.unknown': string;
  'in.error.gone': string;
  'in.error.unsupported': string;
  'in.error.link': string;
  'out.copy.summary': string;
  'out.copy.list': string;
  'out.copy.correction': string;
  'out.copy.markdown': string;
  'out.copy.result': string;
  'out.copy.link': string;
  'out.link.change': string;
  'out.save.html': string;
  'out.save.docx': string;
  'out.save.markdown': string;
  'out.save.json': string;
  'out.print': string;
  'out.copied': string;
  'out.saved': string;
  'out.link.done': Counted<Form>;
  'out.furniture': Counted<Form>;
  'out.link.pair': string;
  'out.link.large': string;
  'out.none': string;
  'out.correction.number': string;
  'out.correction.name': string;
  'out.correction.sentence': string;
  'out.correction.none': string;
  'out.correction.done': string;
  'out.made': string;

  'page.skip': string;
  'page.promise': string;
  'page.example': string;
  'page.aside': string;
  'page.aside.back': string;
  'page.recent': string;
  'page.recent.delete': string;
  'page.recent.delete.named': string;
  'page.open': string;
  'page.share': string;
  'page.drop': string;
  'page.anywhere': string;
  'page.theme': string;
  'page.theme.auto': string;
  'page.theme.light': string;
  'page.theme.dark': string;
  'page.language': string;
  'page.keep': string;
  'page.keep.no': string;
  'page.keep.session': string;
  'page.keep.day': string;
  'page.keep.week': string;
  'page.keep.month': string;
  'page.kept.session': string;
  'page.kept.day': string;
  'page.kept.week': string;
  'page.kept.month': string;
  'page.unkept': string;
  'page.update': string;
  'page.unloaded': string;
  'page.settings': string;
  'page.tools': string;
}

/** The texts of a language that have plural forms. */
export type CountedMessages<Form extends PluralForm> = {
  [Key in keyof Messages<Form> as Messages<Form>[Key] extends Record<Form, string> ? Key : never]: Messages<Form>[Key];
};

/** What a file below i18n/ exports, whichever plural forms its language has. */
export type AnyMessages = Messages<'other'> | Messages<'one' | 'other'> | Messages<PluralForm>;

export type MessageKey = Exclude<keyof Messages<'other'>, 'number.words'>;

/** The values for the places in a text. Numbers are written in the digits of the language. */
export type MessageValues = Record<string, string | number>;
