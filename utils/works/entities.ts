/** Named character references met in titles and abstracts; the rest of HTML's 2,231 does not occur there. */
const NAMED = new Map(
  (
    'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 iexcl:¡ cent:¢ pound:£ curren:¤ yen:¥ brvbar:¦ sect:§ uml:¨ copy:© ordf:ª laquo:« not:¬ shy:\u00ad ' +
    'reg:® macr:¯ deg:° plusmn:± sup2:² sup3:³ acute:´ micro:µ para:¶ middot:· cedil:¸ sup1:¹ ordm:º raquo:» frac14:¼ frac12:½ frac34:¾ ' +
    'iquest:¿ Agrave:À Aacute:Á Acirc:Â Atilde:Ã Auml:Ä Aring:Å AElig:Æ Ccedil:Ç Egrave:È Eacute:É Ecirc:Ê Euml:Ë Igrave:Ì Iacute:Í Icirc:Î ' +
    'Iuml:Ï ETH:Ð Ntilde:Ñ Ograve:Ò Oacute:Ó Ocirc:Ô Otilde:Õ Ouml:Ö times:× Oslash:Ø Ugrave:Ù Uacute:Ú Ucirc:Û Uuml:Ü Yacute:Ý THORN:Þ szlig:ß ' +
    'agrave:à aacute:á acirc:â atilde:ã auml:ä aring:å aelig:æ ccedil:ç egrave:è eacute:é ecirc:ê euml:ë igrave:ì iacute:í icirc:î iuml:ï eth:ð ' +
    'ntilde:ñ ograve:ò oacute:ó ocirc:ô otilde:õ ouml:ö divide:÷ oslash:ø ugrave:ù uacute:ú ucirc:û uuml:ü yacute:ý thorn:þ yuml:ÿ OElig:Œ oelig:œ ' +
    'Scaron:Š scaron:š Yuml:Ÿ fnof:ƒ circ:ˆ tilde:˜ Alpha:Α Beta:Β Gamma:Γ Delta:Δ Epsilon:Ε Zeta:Ζ Eta:Η Theta:Θ Iota:Ι Kappa:Κ Lambda:Λ Mu:Μ ' +
    'Nu:Ν Xi:Ξ Omicron:Ο Pi:Π Rho:Ρ Sigma:Σ Tau:Τ Upsilon:Υ Phi:Φ Chi:Χ Psi:Ψ Omega:Ω alpha:α beta:β gamma:γ delta:δ epsilon:ε epsi:ε zeta:ζ eta:η ' +
    'theta:θ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π rho:ρ sigmaf:ς sigma:σ tau:τ upsilon:υ phi:φ chi:χ psi:ψ omega:ω ensp:\u2002 ' +
    'emsp:\u2003 thinsp:\u2009 hairsp:\u200a zwnj:\u200c zwj:\u200d ndash:– mdash:— horbar:― lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ dagger:† Dagger:‡ ' +
    'bull:• hellip:… permil:‰ prime:′ Prime:″ lsaquo:‹ rsaquo:› oline:‾ frasl:⁄ euro:€ trade:™ larr:← uarr:↑ rarr:→ darr:↓ harr:↔ rArr:⇒ hArr:⇔ ' +
    'forall:∀ part:∂ exist:∃ empty:∅ nabla:∇ isin:∈ notin:∉ ni:∋ prod:∏ sum:∑ minus:− lowast:∗ radic:√ prop:∝ infin:∞ ang:∠ and:∧ or:∨ cap:∩ cup:∪ ' +
    'int:∫ sim:∼ cong:≅ asymp:≈ ap:≈ ne:≠ equiv:≡ le:≤ les:⩽ ge:≥ ges:⩾ sub:⊂ sup:⊃ sube:⊆ supe:⊇ oplus:⊕ otimes:⊗ perp:⊥ sdot:⋅ lowbar:_ ' +
    'hyphen:‐ dash:‐ num:# percnt:% ast:* lpar:( rpar:) lsqb:[ rsqb:] plus:+ equals:= comma:, colon:: semi:; excl:! quest:? period:. sol:/ commat:@ ' +
    'Lstrok:Ł lstrok:ł Cacute:Ć cacute:ć Ccaron:Č ccaron:č Zcaron:Ž zcaron:ž Sacute:Ś sacute:ś inodot:ı gbreve:ğ Gbreve:Ğ Scedil:Ş scedil:ş'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)] as const),
);

/** What &#128; to &#159; mean in practice: Windows-1252 (https://html.spec.whatwg.org/#numeric-character-reference-end-state). */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w{1,9}));/gi;

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80]!;
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
}

/** Text with its character references replaced once; unknown ones stay as they are. */
export const decodeOnce = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
        if (hex) return character(Number.parseInt(hex, 16));
        if (decimal) return character(Number(decimal));
        return NAMED.get(name!) ?? whole;
      })
    : text;

/** Text with its character references replaced, also where they were escaped twice or three times (`&amp;amp;lt;`). */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3; round += 1) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
