/** Words that head a bibliography, as stems, in the languages of most pages. */
const BIBLIOGRAPHY =
  /^(?:[^\p{L}]{0,8}|[a-z]\. |[ivxl]{1,5}\. )(?:(?:(?:select|list|key|full|article|additional|main|primary|secondary|spis|wykaz|спис|использ|tài|liệu)\p{L}*|of|de)\s)*(?:r[eé]f[eé]r[aeèêi]n(?:[csțz]|ties)|bibliogra(?:f|ph)|(?:works|obras) cit|cited (?:works|lit)|source|citation|further reading|(?:norm|inform)ative references|lit?teratu|piśmienn|irodalom|kirjallisuu|läh(?:de|tee)|käll(?:or|för)|б[иі]бл[иі]ограф|quellen|einzelnachw|f(?:ue|o)nt[ei]|riferim|bronnen|kilder|viitteet|przypis|citace|forrás|hivatkoz|kaynak|tham khảo|л[иі]тератур|примітки|джерел|и[сз]точн|примеч|ссылки|βιβλιογρ|παραπομπ|(?:ال)?(?:مراجع|مصادر)|منابع|הערות שוליים|ביבליוג|[参參]考|引用|文献|脚注|出典|참고\s?(?:문헌|자료)|각주|อ้างอิง|संदर्भ|daftar p|rujukan|izvori|šaltin|atsauces|viited|извори|референц|তথ্যসূ|மேற்கோள்|حوالہ جات)/iu;

/** Words that head notes. */
const NOTES =
  /^[\s\d.]*(?:(?:end|foot|side)?notes?\b|anmerk|fußnot|notes de bas|not(?:as|e[nr]?)\b|fotnot|voetnot|σημει|сноск|poznám|jegyz|notlar|注释|注[解記]?$|註|附注|脚注|주석)/iu;

/** What a heading says is under it. */
export function listNamed(heading: string): 'references' | 'notes' | undefined {
  if (heading.length === 0 || heading.length > 80) return undefined;
  return BIBLIOGRAPHY.test(heading) ? 'references' : NOTES.test(heading) ? 'notes' : undefined;
}
