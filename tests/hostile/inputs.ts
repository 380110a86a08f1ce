// Input that is meant to harm, by the way on which it comes in. Each line is a test: what is refused names the code or the
// sentence, what is read says what is read. `hacked()` and `globalThis.hacked` must never run or be set.

/** Texts that look like markup, script or templates: each is shown to the letter. */
export const TEXTS: readonly string[] = [
  '<script>hacked()</script>',
  '<img src=x onerror=hacked()>',
  '<svg onload=hacked()><circle r=9></svg>',
  '<iframe srcdoc="<script>parent.hacked()</script>"></iframe>',
  '<iframe src="javascript:parent.hacked()"></iframe>',
  '<a href="javascript:hacked()">words</a>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action=https://evil.example><input name=q autofocus onfocus=hacked()></form>',
  '<details open ontoggle=hacked()>words</details>',
  '<video><source onerror=hacked()></video>',
  '<object data="javascript:hacked()"></object>',
  '<template shadowrootmode=open><script>hacked()</script></template>',
  '<slot name=empty></slot>',
  '<article-diff before=a after=b></article-diff>',
  '</p></div></article-diff><h1>Not ours</h1>',
  '<!-- --!><script>hacked()</script>',
  '<![CDATA[<script>hacked()</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=hacked()>">',
  '<math><mtext><table><mglyph><style><img src=x onerror=hacked()>',
  '&lt;script&gt;hacked()&lt;/script&gt; &amp; &#0; &#x202e;',
  "'; hacked(); '",
  '"><script>hacked()</script>',
  '${hacked()} {{hacked()}} #{hacked()} <%= hacked() %>',
  '{before} {after} {n} {summary} *stress* {n:word}',
  '__proto__ constructor prototype toString hasOwnProperty',
  '[a link](javascript:hacked()) ![image](//evil.example/x.png)',
  '=HYPERLINK("https://evil.example","words") +1 -1 @SUM(1)',
  'javascript:hacked()',
  'data:text/html,<script>hacked()</script>',
  '\u0000\u0001\u0007\u001b[31mred\u001b[0m\u007f',
  'half \ud800 of a pair, and \udc00 the other',
  '\ufeff\ufffe\uffff\u{10ffff}',
  'Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo'.repeat(20),
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'.repeat(50),
  'a'.repeat(30_000),
  '\u2028\u2029 lines of other kinds \u0085\u000b\u000c',
];

/** Markup on the clipboard, and what is pasted of it. */
export const MARKUP: readonly (readonly [markup: string, text: string])[] = [
  ['<p>One.</p><script>hacked()</script>', 'One.'],
  ['<p>One.</p><img src=/asked-for.png onerror=hacked()>', 'One.'],
  ['<p onclick=hacked() onpointerenter=hacked()>One.</p>', 'One.'],
  ['<p>One.</p><svg onload=hacked()><text>drawn</text></svg>', 'One.'],
  ['<p>One.</p><iframe srcdoc="<script>parent.hacked()</script>"></iframe>', 'One.'],
  ['<p>One.</p><iframe src=/asked-for.html></iframe>', 'One.'],
  ['<p>One.</p><object data=/asked-for.swf></object><embed src=/asked-for.swf>', 'One.'],
  ['<base href=//evil.example/><p>One.</p>', 'One.'],
  ['<meta http-equiv=refresh content="0;url=//evil.example"><p>One.</p>', 'One.'],
  ['<link rel=stylesheet href=/asked-for.css><p>One.</p>', 'One.'],
  ['<style>@import url(/asked-for.css)</style><p>One.</p>', 'One.'],
  ['<p style="background:url(/asked-for.png)">One.</p>', 'One.'],
  ['<p><a href="javascript:hacked()">One.</a></p>', 'One.'],
  ['<p><a href=//evil.example ping=/asked-for>One.</a></p>', 'One.'],
  ['<form action=/asked-for><p>One.</p><button>Send</button></form>', 'One.'],
  ['<p>One.</p><input value=secret autofocus onfocus=hacked()>', 'One.'],
  ['<p>One.</p><video autoplay src=/asked-for.mp4 onerror=hacked()></video>', 'One.'],
  ['<p>One.</p><template><p onclick=hacked()>inert</p></template>', 'One.'],
  ['<p>One.</p><noscript><img src=/asked-for.png></noscript>', 'One.'],
  ['<p>One.</p><p hidden>unseen</p><p style="display:none">unseen</p>', 'One.'],
  ['<p>One.</p><math><mi xlink:href="javascript:hacked()"></mi></math>', 'One.'],
  ['<p>One.</p><!-- <p>comment</p> -->', 'One.'],
  ['<p>&lt;script&gt;hacked()&lt;/script&gt;</p>', '<script>hacked()</script>'],
  ['<p><article-diff before=a after=b></article-diff>One.</p>', 'One.'],
  [`${'<div>'.repeat(3000)}<p>One.</p>`, 'One.'],
  [`<p ${'a=b '.repeat(3000)}>One.</p>`, 'One.'],
  ['<p>One.</p><p style="never ends', 'One.'],
];

/** Names of files; each is told to the letter. */
export const FILE_NAMES: readonly string[] = [
  '<img src=x onerror=hacked()>.txt',
  '"><script>hacked()<script>.txt',
  '..%2f..%2fetc%2fpasswd.txt',
  'C:\\windows\\system32.txt',
  '{side} {name} {n}.txt',
  '*bold*.txt',
  '\u202etxt.exe.txt',
  '__proto__.txt',
  'constructor.txt',
  `${'long '.repeat(50)}.txt`,
  'javascript:hacked().txt',
];

/** What stands behind `#` of an address; `null`: it is no link of ours, and nothing is said. */
export const FRAGMENTS: readonly (readonly [fragment: string, sentence: RegExp | null])[] = [
  ['#texts=', /incomplete or damaged/],
  ['#texts=2', /incomplete or damaged/],
  ['#texts=2.', /incomplete or damaged/],
  ['#texts=2.!!!', /incomplete or damaged/],
  ['#texts=2.AAAA', /incomplete or damaged/],
  ['#texts=99.eJyLVkpUiAUABFsBrA', /incomplete or damaged/],
  ['#texts=-1.AAAA', /incomplete or damaged/],
  ['#texts=__proto__.AAAA', /incomplete or damaged/],
  ['#texts=2.<script>hacked()</script>', /incomplete or damaged/],
  ['#texts=2.%3Cscript%3E', /incomplete or damaged/],
  [`#texts=2.${'A'.repeat(20_000)}`, /incomplete or damaged/],
  ['#texts=javascript:hacked()', /incomplete or damaged/],
  ['#<img src=x onerror=hacked()>', null],
  ['#text-before', null],
  ['#__proto__', null],
];

/** JSON in a link whose checksum is right: objects in the place of two texts. */
export const LINKED: readonly string[] = [
  '{"before":"a","after":"b"}',
  '["one"]',
  '["one","two","three"]',
  '[1,2]',
  '[null,null]',
  '[{"toString":"x"},"two"]',
  '{"__proto__":{"hacked":true}}',
  '"one"',
  'null',
  '[',
];

/** Messages from another window; none is heard. */
export const MESSAGES: readonly unknown[] = [
  'clear',
  { type: 'article-diff-input', before: 'x', after: 'y' },
  { init: {} },
  { job: 1, report: {} },
  { before: 'x', after: 'y' },
  '{"before":"x"}',
];

/** Values of the wrong type for the properties of the element, made in the page: few of them could be sent there. */
export const VALUES: readonly (() => { value: unknown })[] = [
  () => ({ value: null }),
  () => ({ value: undefined }),
  () => ({ value: 42 }),
  () => ({ value: NaN }),
  () => ({ value: true }),
  () => ({ value: {} }),
  () => ({ value: [] }),
  () => ({ value: ['a', 'b'] }),
  () => ({ value: () => 'x' }),
  () => ({ value: Symbol('x') }),
  () => ({ value: 10n }),
  () => ({ value: new Date(0) }),
  () => ({ value: Object.create(null) as unknown }),
  () => ({
    value: {
      toString() {
        throw new Error('mine');
      },
    },
  }),
  () => ({
    value: new Proxy(
      {},
      {
        get() {
          throw new Error('mine');
        },
      },
    ),
  }),
  () => ({ value: document.body }),
  () => ({ value: new Map([['moves', false]]) }),
  () => ({ value: JSON.parse('{"__proto__": {"hacked": true}}') as unknown }),
];

/** Controls of direction that turn words around: each is shown by its name. */
export const CONTROLS: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['He paid \u202e000,2\u202c pounds.', ['RLO', 'PDF']],
  ['He paid \u202d000,2\u202c pounds.', ['LRO', 'PDF']],
  ['He paid \u202a2,000\u202c pounds.', ['LRE', 'PDF']],
  ['He paid \u202b2,000\u202c pounds.', ['RLE', 'PDF']],
  ['He paid \u20662,000\u2069 pounds.', ['LRI', 'PDI']],
  ['He paid \u20672,000\u2069 pounds.', ['RLI', 'PDI']],
  ['He paid \u20682,000\u2069 pounds.', ['FSI', 'PDI']],
  ['He \u202e000,2 paid.', ['RLO']],
];
