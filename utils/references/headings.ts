/** Words that head a bibliography, as stems, in the languages of most pages. */
const BIBLIOGRAPHY =
  /^[\s\d.]*(?:references?|bibliograph\w*|works? cited|literature(?: cited)?|cited (?:works|literature|references)|sources?|citations?|further reading|normative references|informative references|literatur\w*|quellen\w*|einzelnachweise|referenzen|référen\w*|referenci\w*|bibliograf\w*|fuentes|referências\w*|fontes|riferimenti|fonti|referenties|literatuur|bronnen|referenser|källor|litteratur\w*|referanser|kilder|lähteet|viitteet|przypisy|citace|források|hivatkozások|kaynak\w*|kaynakça|tham khảo|літератур\p{L}*|примітки|джерела|литератур\p{L}*|источник\p{L}*|примечани\p{L}*|ссылки|βιβλιογραφία|παραπομπές|المراجع|مراجع|المصادر|منابع|הערות שוליים|ביבליוגרפיה|参考(?:文献|资料|書目)?|參考(?:文獻|資料|書目)?|引用(?:文献|資料)?|文献|脚注|出典|참고\s?(?:문헌|자료)?|각주|อ้างอิง|संदर्भ|daftar pustaka|referensi|rujukan|referințe|referències|izvori|šaltiniai|atsauces|viited|извори|източници|референце|তথ্যসূত্র|மேற்கோள்கள்|حوالہ جات)/iu;

/** Words that head notes. */
const NOTES =
  /^[\s\d.]*(?:(?:end|foot|side)?notes?\b|notes and references|anmerkungen|fußnoten|notes de bas|notas\b|note\b|noten\b|noter\b|fotnoter|voetnoten|poznámky|jegyzetek|notlar|注释|註釋|注[解記]?$|註|附注|脚注|주석)/iu;

/** What a heading says is under it. */
export function listNamed(heading: string): 'references' | 'notes' | undefined {
  if (heading.length === 0 || heading.length > 80) return undefined;
  return BIBLIOGRAPHY.test(heading) ? 'references' : NOTES.test(heading) ? 'notes' : undefined;
}
