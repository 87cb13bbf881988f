/** Words that head a bibliography, as stems, in the languages of most pages. */
const BIBLIOGRAPHY =
  /^(?:[^\p{L}]{0,8}|[a-z]\. |[ivxl]{1,5}\. )(?:(?:(?:select|list|key|full|article|additional|main|primary|secondary|spis|wykaz|спис|использ|tài|liệu)\p{L}*|of|de)\s)*(?:r[eé]f[eé]r[aeèêi]n(?:[csțz]|ties)|bibliogra(?:f|ph)|works? cited|cited (?:works|literature)|sources?|citations?|further reading|(?:norm|inform)ative references|lit?teratur|literatuur|piśmiennictwo|irodalom|kirjallisuus|lähde|lähteet|källor|källförteckning|obras citadas|библиограф|бібліограф|quellen|einzelnachweise|fuentes|fontes|riferimenti|fonti|bronnen|kilder|viitteet|przypisy|citace|források|hivatkozások|kaynak|tham khảo|л[иі]тератур|примітки|джерела|источник|примечани|ссылки|βιβλιογραφία|παραπομπές|المراجع|مراجع|المصادر|منابع|הערות שוליים|ביבליוגרפיה|[参參]考|引用(?:文献|資料)?|文献|脚注|出典|참고\s?(?:문헌|자료)|각주|อ้างอิง|संदर्भ|daftar pustaka|rujukan|izvori|šaltiniai|atsauces|viited|извори|източници|референце|তথ্যসূত্র|மேற்கோள்கள்|حوالہ جات)/iu;

/** Words that head notes. */
const NOTES =
  /^[\s\d.]*(?:(?:end|foot|side)?notes?\b|notes and references|anmerkungen|fußnoten|notes de bas|notas\b|note\b|noten\b|noter\b|fotnoter|voetnoten|poznámky|jegyzetek|notlar|注释|註釋|注[解記]?$|註|附注|脚注|주석)/iu;

/** What a heading says is under it. */
export function listNamed(heading: string): 'references' | 'notes' | undefined {
  if (heading.length === 0 || heading.length > 80) return undefined;
  return BIBLIOGRAPHY.test(heading) ? 'references' : NOTES.test(heading) ? 'notes' : undefined;
}
