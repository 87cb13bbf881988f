/**
 * The style of the page that `html.ts` writes: readable in light, dark and on paper. Notes open by hover and focus alone, below their
 * numbers and within the window; where a browser cannot tie them to the numbers, in the next line.
 */
export const PAGE_STYLE = `:root{color-scheme:light dark;--paper:light-dark(#fdfcf8,#1b1a17);--ink:light-dark(#23211c,#e8e4da);--soft:light-dark(#625e54,#a9a396);--rule:light-dark(#d9d3c4,#45413a);--accent:light-dark(#7a2e1d,#e09a7f);--note:light-dark(#fff,#26241f)}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1rem 6rem;max-width:46rem;background:var(--paper);color:var(--ink);font:1.05rem/1.55 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid var(--rule)}h3{margin:.2rem 0;font-size:1.1rem}
a{color:var(--accent)}.remark,details p{white-space:pre-line}article p,.passage p{margin:.4rem 0}.passage{margin:1.2rem 0}button{font:inherit;font-size:.85rem;color:var(--accent);background:none;border:1px solid var(--rule);border-radius:.3rem;padding:.1rem .5rem;cursor:pointer}
input{font:inherit;font-size:.85rem;color:inherit;background:var(--note);border:1px solid var(--rule);border-radius:.3rem;padding:.1rem .4rem}.lead{font-size:1.1rem}.headline{margin:.2rem 0;font-weight:bold}.headline+h3{font-size:1rem;font-weight:normal}.bar,.key{font-size:.9rem}.key>*{margin-right:.8rem}.like-note{color:var(--accent);cursor:help}.like-fold{color:var(--accent)}.like-fold::before{content:"\\25B8  "}.group{margin:2rem 0 .5rem;font-weight:bold;color:var(--soft)}mark{background:color-mix(in srgb,#c9a400 28%,transparent);color:var(--ink)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.aside,.line,.kind,time{color:var(--soft);font-size:.9rem}time{white-space:nowrap}.kind{font-variant:small-caps;letter-spacing:.03em}
article{margin:1.2rem 0;padding-left:.8rem;border-left:3px solid var(--rule)}article:target{border-color:var(--accent)}
.alarm{color:light-dark(#a1160a,#ff9b8c);font-weight:bold}
.tag{display:inline-block;border:1px solid var(--rule);border-radius:1rem;padding:0 .5rem;font-size:.8rem;margin-right:.3rem}
blockquote{margin:.8rem 0;padding:.2rem .6rem;border-left:4px solid var(--ink-of,#c9a400);cursor:pointer}
.yellow{--ink-of:#c9a400}.green{--ink-of:#3c8d40}.blue{--ink-of:#3a74b8}.pink{--ink-of:#c2508a}.purple{--ink-of:#7c55b5}
.lit,.passage:target>blockquote{background:color-mix(in srgb,var(--ink-of,#c9a400) 28%,transparent)}
.cite>a{text-decoration:none;font-size:.85em;vertical-align:super;line-height:1;padding:.2rem .1rem}
.note{display:none;position:absolute;left:max(1rem,50vw - 22rem);z-index:1;width:min(22rem,100vw - 3rem);padding:.6rem .8rem;background:var(--note);border:1px solid var(--rule);border-radius:.4rem;box-shadow:0 .3rem 1rem #0003;font-size:.9rem}
@supports (position-area:bottom) and (anchor-scope:--cite){.cite{anchor-name:--cite;anchor-scope:--cite}.note{left:auto;position-anchor:--cite;position-area:bottom;margin:0 .5rem;position-try-fallbacks:flip-block}}
.cite:hover>.note,.cite:focus-within>.note{display:block}.cite.shut>.note{display:none}
.note>span{display:block}.note>.opening{margin-top:.3rem}
details{margin:.4rem 0}summary{cursor:pointer;color:var(--accent);font-size:.9rem}
.legend span{display:inline-block;margin-right:1rem}.legend i{display:inline-block;width:1rem;height:.8rem;background:var(--ink-of);margin-right:.3rem}
[hidden]{display:none}
@media print{.bar,.key{display:none}body{max-width:none;background:#fff;color:#000}button,.note,.tools{display:none!important}a{color:inherit}main h3 a::after{content:" " attr(href);font-weight:normal;font-size:.8rem}h2,h3,.group{break-after:avoid}article,blockquote{break-inside:avoid}.lit,.legend i{print-color-adjust:exact}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;

/**
 * The script of the page: click, Enter or space highlights a quote, all summaries unfold at once and for printing, titles and links are copied,
 * Escape shuts a note, and words in the field leave only what holds them, under the headings it has. Everything can be read without it. It takes nothing from the page but attributes and text.
 */
export const PAGE_SCRIPT = `'use strict';
const all=s=>[...document.querySelectorAll(s)],tell=(b,words)=>{b.dataset.was??=b.textContent;b.textContent=words;setTimeout(()=>{b.textContent=b.dataset.was},1500)};
const say=document.body.dataset;
const copy=(b,words)=>(navigator.clipboard?.writeText(words)??Promise.reject()).then(()=>tell(b,say.copied),()=>tell(b,say.notCopied));
const press=q=>q.setAttribute('aria-pressed',String(q.classList.toggle('lit')));
const share=document.getElementById('share-page');if(navigator.share&&/^http/.test(location.protocol))share.hidden=false;
addEventListener('click',e=>{const t=e.target;if(!(t instanceof Element))return;
const q=t.closest('blockquote');if(q&&!t.closest('a')&&!String(getSelection()))return press(q);
const b=t.closest('button');if(!b)return;
if('copy' in b.dataset)copy(b,b.dataset.copy);
if(b.id==='copy-page')copy(b,document.title+' '+location.href.split('#')[0]);
if(b===share)navigator.share({title:document.title,url:location.href}).catch(()=>{});
if(b.id==='unfold'){const folds=all('details'),open=!folds.every(d=>d.open);for(const d of folds)d.open=open}});
addEventListener('keydown',e=>{const t=e.target;if(!(t instanceof Element))return;
if((e.key==='Enter'||e.key===' ')&&t.matches('blockquote')){e.preventDefault();press(t)}
if(e.key==='Escape')for(const c of all('.cite'))if(c.matches(':hover,:focus-within'))c.classList.add('shut')});
for(const n of ['pointerout','focusout'])addEventListener(n,e=>{const c=e.target instanceof Element&&e.target.closest('.cite');if(c&&!(e.relatedTarget instanceof Node&&c.contains(e.relatedTarget)))c.classList.remove('shut')});
addEventListener('beforeprint',()=>{for(const d of all('details'))d.open=true});
const find=document.getElementById('find');
find.addEventListener('input',()=>{const words=find.value.toLowerCase().split(/\\s+/).filter(Boolean);let count=0;
for(const x of all('article,.passage,.claim')){const text=x.textContent.toLowerCase();x.hidden=!words.every(w=>text.includes(w));count+=!x.hidden}
for(const h of all('main .group,main section>h3')){let some=false;for(let n=h.nextElementSibling;n&&n.tagName!==h.tagName;n=n.nextElementSibling)some||=!n.hidden;h.hidden=!some}
document.getElementById('found').textContent=words.length?say.found.replace('{0}',count):''});
for(const x of all('.tools'))x.hidden=false;`;

/** SHA-256 of the script in base64: the page's own policy lets nothing else run. */
export const PAGE_SCRIPT_HASH = 's3XMHjCaxJuMi35kGUxyfdftQoovWHyfzDU8ANIaztg=';
