// The unchanged text around a labelled sentence: an opening paragraph, the sentence before, the sentence after,
// and a closing paragraph. It holds no number, no name and no quotation mark, so that nothing in it explains a change.
export const CONTEXTS = {
  en: ['People in the valley have lived with floods and long winters for as long as anyone can remember.', 'Most of them know the story by heart.', 'For now everything else remains as it was.', 'What comes next will be known only when the snow has gone from the hills.'],
  de: ['Die Menschen im Tal leben seit jeher mit Hochwasser und langen Wintern.', 'Die meisten kennen die Geschichte auswendig.', 'Alles andere bleibt vorerst, wie es war.', 'Wie es weitergeht, weiß man erst, wenn der Schnee von den Hügeln verschwunden ist.'],
  fr: ['Les habitants de la vallée vivent depuis toujours avec les crues et les longs hivers.', 'La plupart connaissent cette histoire par cœur.', 'Pour le moment, tout le reste demeure comme avant.', 'On ne saura la suite que lorsque la neige aura quitté les collines.'],
  es: ['La gente del valle vive desde siempre con las crecidas y los largos inviernos.', 'Casi todos conocen la historia de memoria.', 'Por ahora todo lo demás sigue igual que antes.', 'Lo que venga después se sabrá solo cuando la nieve desaparezca de las colinas.'],
  it: ['La gente della valle convive da sempre con le piene e con gli inverni lunghi.', 'Quasi tutti conoscono la storia a memoria.', 'Per ora tutto il resto rimane come prima.', 'Che cosa accadrà si saprà soltanto quando la neve sarà sparita dalle colline.'],
  pt: ['As pessoas do vale convivem desde sempre com as cheias e com os longos invernos.', 'Quase todas conhecem a história de cor.', 'Por enquanto tudo o mais continua como antes.', 'O que virá depois só se saberá quando a neve sumir das colinas.'],
  nl: ['De mensen in het dal leven van oudsher met hoog water en lange winters.', 'De meesten kennen het verhaal uit het hoofd.', 'Al het andere blijft voorlopig zoals het was.', 'Hoe het verdergaat weet men pas als de sneeuw van de heuvels is verdwenen.'],
  sv: ['Folket i dalen har alltid levt med översvämningar och långa vintrar.', 'De flesta kan historien utantill.', 'Allt annat förblir tills vidare som det var.', 'Vad som händer sedan vet man först när snön har försvunnit från kullarna.'],
  da: ['Folk i dalen har altid levet med oversvømmelser og lange vintre.', 'De fleste kan historien udenad.', 'Alt andet forbliver indtil videre, som det var.', 'Hvad der så sker, ved man først, når sneen er forsvundet fra bakkerne.'],
  pl: ['Mieszkańcy doliny od zawsze żyją z powodziami i długimi zimami.', 'Większość zna tę historię na pamięć.', 'Na razie wszystko inne pozostaje bez zmian.', 'Co będzie dalej, okaże się dopiero wtedy, gdy śnieg zniknie ze wzgórz.'],
  cs: ['Lidé v údolí odjakživa žijí s povodněmi a dlouhými zimami.', 'Většina z nich zná ten příběh nazpaměť.', 'Vše ostatní zatím zůstává při starém.', 'Co bude dál, se ukáže teprve tehdy, až z kopců zmizí sníh.'],
  ru: ['Жители долины с давних пор привыкли к паводкам и долгим зимам.', 'Почти все знают эту историю наизусть.', 'Всё остальное пока остаётся по-прежнему.', 'Что будет дальше, станет ясно лишь тогда, когда с холмов сойдёт снег.'],
  uk: ['Мешканці долини здавна звикли до повеней і довгих зим.', 'Майже всі знають цю історію напам’ять.', 'Усе інше поки що залишається без змін.', 'Що буде далі, стане відомо лише тоді, коли з пагорбів зійде сніг.'],
  tr: ['Vadideki insanlar öteden beri sellerle ve uzun kışlarla yaşıyor.', 'Çoğu bu hikâyeyi ezbere bilir.', 'Şimdilik geri kalan her şey eskisi gibi.', 'Bundan sonra ne olacağı ancak tepelerdeki kar eriyince belli olacak.'],
  el: ['Οι άνθρωποι της κοιλάδας ζουν από πάντα με πλημμύρες και μακρείς χειμώνες.', 'Οι περισσότεροι ξέρουν την ιστορία απέξω.', 'Όλα τα άλλα μένουν προς το παρόν όπως ήταν.', 'Τι θα γίνει μετά θα φανεί μόνο όταν λιώσει το χιόνι στις πλαγιές.'],
  ar: ['يعيش أهل الوادي منذ القدم مع الفيضانات والشتاء الطويل.', 'ومعظمهم يحفظ هذه القصة عن ظهر قلب.', 'أما كل ما عدا ذلك فيبقى على حاله الآن.', 'ولن يعرف أحد ما سيأتي إلا بعد أن يذوب الثلج عن التلال.'],
  fa: ['مردم دره از دیرباز با سیلاب و زمستان بلند زندگی کرده‌اند.', 'بیشتر آنان این داستان را از بر دارند.', 'همه چیز دیگر فعلا همان است که بود.', 'آنچه پس از این پیش آید تنها وقتی روشن می‌شود که برف تپه‌ها آب شود.'],
  he: ['תושבי העמק חיים מאז ומעולם עם שיטפונות ועם חורפים ארוכים.', 'רובם מכירים את הסיפור בעל פה.', 'כל השאר נשאר בינתיים כפי שהיה.', 'מה יקרה אחר כך ייוודע רק כאשר יימס השלג על ההרים.'],
  hi: ['घाटी के लोग हमेशा से बाढ़ और लंबी सर्दियों के साथ जीते आए हैं।', 'अधिकतर लोगों को यह कहानी ज़बानी याद है।', 'बाकी सब कुछ फ़िलहाल पहले जैसा ही है।', 'आगे क्या होगा, यह तभी पता चलेगा जब पहाड़ियों की बर्फ़ पिघल जाएगी।'],
  zh: ['山谷里的居民自古以来就习惯了洪水和漫长的冬天。', '大多数人都熟悉这个故事。', '其余的一切目前仍然照旧。', '接下来会发生什么，要等山上的雪融化以后才能知道。'],
  ja: ['谷の人々は昔から洪水と長い冬とともに暮らしてきた。', 'ほとんどの人がこの話をよく知っている。', 'ほかのことはすべて今のところ以前のままである。', 'この先どうなるかは、山の雪がとけるまで誰にも分からない。'],
  ko: ['골짜기 사람들은 예로부터 홍수와 긴 겨울을 견디며 살아왔다.', '대부분은 이 이야기를 외우고 있다.', '나머지는 모두 아직 예전 그대로이다.', '앞으로 어떻게 될지는 산의 눈이 녹아야 알 수 있을 것이다.'],
  vi: ['Người dân trong thung lũng từ lâu đã quen sống với lũ lụt và mùa đông dài.', 'Hầu hết mọi người đều thuộc lòng câu chuyện này.', 'Mọi thứ khác lúc này vẫn như cũ.', 'Điều gì sẽ đến tiếp theo chỉ có thể biết khi tuyết trên đồi đã tan.'],
  th: ['ผู้คนในหุบเขาอยู่กับน้ำท่วมและฤดูหนาวอันยาวนานมาแต่ไหนแต่ไร', 'คนส่วนใหญ่จำเรื่องนี้ได้ขึ้นใจ', 'ส่วนเรื่องอื่นยังคงเหมือนเดิมในตอนนี้', 'สิ่งที่จะเกิดขึ้นต่อไปจะรู้ได้ก็ต่อเมื่อหิมะบนเนินเขาละลายหมดแล้ว'],
};

const UNSPACED = new Set(['zh', 'ja']);

/** What stands before and after a labelled sentence in its text. */
export function around(lang) {
  const [opening, previous, next, closing] = CONTEXTS[lang];
  const gap = UNSPACED.has(lang) ? '' : ' ';
  return { head: `${opening}\n\n${previous}${gap}`, tail: `${gap}${next}\n\n${closing}\n` };
}
