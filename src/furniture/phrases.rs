//! A line → whether pages are known to print it. A short list on purpose: form and place decide most, and what is here has to
//! be downloaded by everyone.

use super::form::breadth;
use crate::fold::fold_case;
use crate::letters::is_letter_or_number;
use crate::text::{cut, parts};

/// What furniture opens with, in lower case, sorted by bytes and parted by `|`.
///
/// `most read` asks for a word's end behind it; `comment*` does not; `world=` is the whole line, and counts only outside the story. A `+`
/// behind it all: a list of other stories may follow.
#[rustfmt::skip]
const OPENINGS: &str = "\
(reporting by|abbonati|abonn*|about the author|about=|accedi|accept all|advertentie|advertis*|alle rechte|anmelden|\
annons*|anzeige|archive=|articoli correlati+|artikel teilen|assine|auch interessant+|aviso legal|baca juga+|\
back to top|beeld:|bild:|boletín|breaking news|bron:|business=|buy photo|bình luận|bản quyền|cadastre-se|caption=|\
chia sẻ|click *|close=|coment*|comment*|compart*|condividi|contact=|continue reading|copiar link|copy link=|copyright|\
credit:|culture=|czytaj *+|deel dit|dela|delen|deportes=|dodaj *|donate|drucken|economia=|economy=|economía=|\
education=|email=|en çok okunan*+|entertainment=|etiketler|etiquetas|exclusive=|facebook=|filed under|follow on|\
follow us|fonte:|fot.|foto:|fotos:|fotoğraf:|fuente:|gerelateerd*+|giriş yap|haberin devamı|health=|home=|\
i più letti+|iklan|ilgili *+|illustration by|image:|image=|impressum|iniciar sesión|inloggen|instagram=|iscriviti|\
kaynak:|komment*|kultur=|kuva:|källa:|laisser un|lascia un|latest news|lea también+|leave a|leer más|lees meer|\
lees ook+|leggi *+|leia *+|les også+|les plus lus+|lesen sie+|lifestyle=|linkedin=|lire aussi+|lire la suite|\
listen to this|live=|lo más+|load more|local=|log in|logga in|lue myös+|läs mer|läs också+|läs även+|læs også+|mainos|\
mais lidas+|markets=|meer over+|meest gelezen+|mehr dazu|mehr zum+|meistgelesen*+|mentions légales|menu=|mest läs*+|\
more from+|more in|more on+|more=|most popular+|most read+|most viewed+|mots-clés|mundo=|más información+|\
más noticias+|najczęściej+|nejčtenější+|news=|newsletter|next=|nguồn:|notícias relacionadas+|opinion=|our standards|\
partag*|paylaş*|photo :|photo by|photo:|photos=|pinterest=|più letti+|podobne+|politica=|politics=|politik=|\
politique=|política=|post comment|powered by|powiązane+|prenumerera|previous=|print=|pubblicità|publicidad*|publicité|\
quelle:|quảng cáo|reacties|read also+|read later|read more|read next+|reader comments|reageer|recent comments|\
recent features|recent posts+|recommended+|reddit=|register|reklam*|relacionad*+|related+|relatera*+|reply=|responder|\
riproduzione riservata|répondre|s'abonner|save this|save=|schlagw*|science=|sdílet|search=|sections=|see also+|\
see more|seguici|share on|share this|share tools|share via|share=|show more|siga|sign in|sign up|site map|skip ad|\
skip to|skomentuj|source:|související+|sponsored|sport=|sports=|style=|subscri*|suivez-nous|support us|\
sur le même sujet+|suscr*|síguenos|tagi|tags:|te puede+|tech=|technology=|teilen|tin liên quan+|todos los derechos|\
todos os direitos|top stories+|topics:|tous droits|travel=|trending+|tutti i diritti|tweet|twitter=|tópicos|\
tüm hakları|từ khóa|udostępnij|veja *+|ver más|video:|video=|view all|view comments|view photos|view this|voir aussi+|\
voir plus|volg ons|we use cookies|weather=|weitere artikel+|werbung|whatsapp=|wirtschaft=|więcej o|world news=|world=|\
written by|wszelkie prawa|xem thêm+|yorum*|you may also+|zaloguj|zapisz się|zdroj:|zobacz *+|©|économie=|čtěte+|\
đăng ký|đăng nhập|đọc thêm+|źródło|δείτε επίσησ+|δημοφιλή+|διαβάστε+|διαφ*|εγγραφ*|ετικέτεσ|μοιραστείτε|περισσότερα|\
πηγή|σχετικά+|σχόλια|σύνδεση|φωτ*|όροι χρήσησ|автор:|войти|все права|джерело|добавить *|еще по теме+|за темою+|\
источник|коментар*|коммент*|новости=|общество=|по теме+|поделиться|подпи*|подробнее|политика=|популярное+|похожие+|\
поширити|распечатать|регистрация|реклама|самое *+|смотрите также+|спорт=|теги|увійти|усі права|фото|читайте *+|\
читати далі|читать *|הוס*|הנקראות*+|הצטרפו|התחבר*|כל הזכויות|כתבות*|עוד בנושא+|פרסומת|צור קשר|צילום|קרא*|שתפו|תגוב*|\
תגיות|أخبار ذات+|أضف|إعلان*|اتصل بنا|اخبار مرتبط+|ارسال نظر|اشتراک*|اشترك*|اقرأ *+|الأكثر *+|التعليقات|المزيد|المصدر|\
النشرة|الوسوم|برچسب*|بیشتر|تابعنا|تبلیغات|تسجيل*|تعليق*|تمامی حقوق|جميع الحقوق|خبرنامه|ذات صلة+|شارك*|صورة|عکس|كلمات|\
مطالب مرتبط+|منبع|نظرات|ورود|پربازدید*+|کلیه حقوق|और पढ़ें|टिप्पणी*|टैग*|फोटो|यह भी पढ़ें+|ये भी पढ़ें+|लॉग इन|\
विज्ञापन|शेयर*|संबंधित*+|सबसे ज्यादा+|सब्सक्राइब*|सर्वाधिकार*|स्रोत|ข่าวที่เกี่ยวข้อง+|ความคิดเห็น|ที่มา|ภาพ:|\
ยอดนิยม+|สงวนลิขสิทธิ์|สมัคร*|อ่านต่อ|อ่านเพิ่ม*|เข้าสู่ระบบ|แชร์|แท็ก|แสดงความ*|โฆษณา|ảnh:|あわせて*+|この記事*|もっと見る|\
アクセスランキング|コメント*|シェア*|スポーツ=|タグ*|ツイート|トップ=|ログイン*|上一篇*|下一篇*|人気記事+|会員*|來源：*|关于我们|关注*|写真・*|写真：*|分享*|国内=|国际=|图片来源*|字号*|广告*|\
広告*|廣告*|延伸*+|当前位置*|我要*|打印|扫码*|推荐*+|推薦*+|更多*|有料会員*|来源：*|标签*|注册*|热门*+|無断転載*|熱門*+|版权*|版權*|登入*|登录*|相关*+|相關*+|社会=|続きを*|编辑：|\
著作権*|訂閱*|評論*|詳細はこちら|订阅*|评论*|責任編輯*|購読*|责任编辑*|责编*|関連*+|首页=|경제=|공유*|관련*+|광고|구독*|댓글*|더보기|로그인*|많이 본*+|무단*|사진=*|저작권*|정치=|\
출처*|태그*";

/// What furniture holds anywhere in it.
#[rustfmt::skip]
const INSIDE: [&str; 6] = ["all rights reserved", "min read", "newsletter", "©", "無断転載", "版权所有"];

/// The first bytes of these: most lines have few of them.
const INSIDE_BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let mut at = 0;
    while at < INSIDE.len() {
        begins[INSIDE[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    begins
};

/// What opens the credit at a caption's end; `:` or `=` stands soon behind.
const CREDITS: &str = "photo|foto|фото|φωτο|fotoğraf|صور|عكس|צילום|फोटो|ภาพ|ảnh|撮影|写真|사진|kuva|bild|image|credit";
/// What bylines open with.
const BY: &str = "by|von|par|por|di|door|av|od|автор|автор:|text|texte|от|от:|מאת:|بقلم|द्वारा|โดย";
/// What stands between such a word and a name.
const OPENED: [char; 4] = [':', '：', '=', '＝'];
/// Characters after which the colon has to have come: `Photograph:`, `Φωτογραφία:`.
const COLON: usize = 14;

/// Breadth, in letters, that may follow an opening: `Read more` and a headline of up to a line.
const REST: u32 = 70;
/// Breadth, in letters, that may follow an opening without colon, when what follows is no word of the same phrase: `Share this article on`.
const SHORT_REST: u32 = 32;
/// Breadth, in letters, of the longest line that speaks of an offer: `Sign up for our daily newsletter to receive the best stories.`
const LONG: u32 = 110;
/// Characters at a caption's end among which its credit stands.
const CREDIT_TAIL: usize = 40;

/// How a line is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing is known of it.
    No,
    /// The name of a section or a service.
    Name,
    /// It speaks of what pages offer, as stories sometimes do.
    Offer,
    /// Pages print such lines.
    Phrase,
    /// Pages print such lines above a list of other stories.
    ListHead,
}

/// Whether a text holds a phrase. The general search of the standard library is faster on long texts and larger to download.
#[inline(never)]
fn find(text: &str, phrase: &str) -> Option<usize> {
    let (text, phrase) = (text.as_bytes(), phrase.as_bytes());
    (0..(text.len() + 1).saturating_sub(phrase.len()))
        .find(|&at| text[at] == phrase[0] && text[at..].starts_with(phrase))
}

/// The first two bytes of an opening, by which it is found.
fn head(phrase: &str) -> [u8; 2] {
    let bytes = phrase.as_bytes();
    [bytes[0], bytes.get(1).copied().unwrap_or(0)]
}

/// The openings with these first two bytes: bisects the list.
fn openings(sought: [u8; 2]) -> impl Iterator<Item = &'static str> {
    let bytes = OPENINGS.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    // Invariant: `low` begins an opening, all before it are too small, and none from `high` on is.
    while low < high {
        let mut start = (low + high) / 2;
        while start > low && bytes[start - 1] != b'|' {
            start -= 1;
        }
        if [bytes[start], bytes[start + 1]] >= sought {
            high = start;
        } else {
            while start < high && bytes[start] != b'|' {
                start += 1;
            }
            low = start + 1;
        }
    }
    parts(cut(OPENINGS, low.min(bytes.len())..bytes.len()), b'|')
        .take_while(move |phrase| !phrase.is_empty() && head(phrase) == sought)
}

/// Looks up a line in lower case, of `line_breadth` letters.
#[inline(never)]
pub fn know(line: &str, line_breadth: u32) -> Known {
    let line = line.trim_start_matches(|c: char| !is_letter_or_number(c) && c != '©' && c != '(');
    if line.is_empty() {
        return Known::No;
    }
    let bare = line.trim_end_matches(|c: char| !is_letter_or_number(c));
    let offers = line_breadth <= LONG && speaks_of_an_offer(line.as_bytes());
    for phrase in openings(head(line)) {
        if let Some(name) = phrase.strip_suffix('=') {
            if bare == name {
                return Known::Name;
            }
            continue;
        }
        let (known, phrase) = phrase
            .strip_suffix('+')
            .map_or((Known::Phrase, phrase), |head| (Known::ListHead, head));
        let stem = phrase.strip_suffix('*');
        let opening = stem.unwrap_or(phrase);
        let Some(rest) = line.strip_prefix(opening) else {
            continue;
        };
        let room = if opening.ends_with([':', '：']) || rest.starts_with([':', '：']) {
            REST
        } else if offers {
            LONG
        } else {
            SHORT_REST
        };
        let ended = stem.is_some()
            || !opening.ends_with(is_letter_or_number)
            || !rest.starts_with(is_letter_or_number);
        if ended && line_breadth <= breadth(opening) + room {
            return known;
        }
    }
    if offers {
        return Known::Offer;
    }
    Known::No
}

/// Whether a line speaks of what pages offer.
fn speaks_of_an_offer(line: &[u8]) -> bool {
    let holds = |at: usize| {
        INSIDE
            .iter()
            .any(|phrase| line[at..].starts_with(phrase.as_bytes()))
    };
    (0..line.len()).any(|at| INSIDE_BEGINS[line[at] as usize] && holds(at))
}

/// Whether a caption ends in its credit: `The bridge at dawn. | Photo: A. Finch`.
pub fn is_credited(line: &str) -> bool {
    let tail = line
        .char_indices()
        .rev()
        .nth(CREDIT_TAIL)
        .map_or(0, |(at, _)| at);
    let tail = cut(line, tail..line.len());
    let opened = |c: char| OPENED.contains(&c);
    if !tail.chars().any(opened) {
        return false;
    }
    let tail = &fold_case(tail);
    parts(CREDITS, b'|').any(|credit| {
        let behind = find(tail, credit).map(|at| cut(tail, at + credit.len()..tail.len()));
        behind.is_some_and(|behind| behind.chars().take(COLON).any(opened))
    })
}

/// Whether a word in lower case opens bylines.
pub fn is_by(word: &str) -> bool {
    parts(BY, b'|').any(|by| by == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn know(line: &str) -> Known {
        let lower = line.to_lowercase();
        super::know(&lower, breadth(&lower))
    }

    fn credited(line: &str) -> bool {
        is_credited(line)
    }

    #[test]
    fn the_list_is_sorted() {
        let list: Vec<&str> = OPENINGS.split('|').collect();
        assert!(
            list.windows(2).all(|pair| pair[0] < pair[1]),
            "{:?}",
            list.windows(2).find(|pair| pair[0] >= pair[1])
        );
    }

    #[test]
    fn lines_that_pages_print_are_known() {
        for line in [
            "Leave a Comment",
            "Credit: Agency",
            "Lesen Sie auch: Der Fluss",
            "Читайте также",
            "関連記事",
            "[Read more]",
            "© 2021 Northern Wire",
        ] {
            assert!(know(line) >= Known::Phrase, "{line}");
        }
        assert_eq!(know("World"), Known::Name);
        assert_eq!(know("Facebook"), Known::Name);
    }

    #[test]
    fn sentences_that_open_alike_are_not() {
        for line in [
            "World leaders meet",
            "Tags of silver hung from the tree",
            "Follow the river to its mouth and you will find the house where he was born",
        ] {
            assert_eq!(know(line), Known::No, "{line}");
        }
    }

    #[test]
    fn a_caption_is_told_by_its_credit() {
        assert!(credited(
            "The bridge at dawn, before the first tram. | Photo: A. Finch"
        ));
        assert!(!credited(
            "Her photo: it hung over the door for thirty years and nobody ever asked who she was"
        ));
    }
}
