import { readFileSync } from 'node:fs'

const display = readFileSync(new URL('../fonts/vispera-display.woff2', import.meta.url)).toString('base64')

/** The one style sheet of a record: light and dark on screen, always light on paper. */
export const pageStyle = (
  footer: string,
  page: { before: string; between: string; after: string },
): string => `
@font-face{font-family:"Vispera Display";src:url(data:font/woff2;base64,${display}) format("woff2");font-weight:800}
:root{color-scheme:light dark;--paper:#fff;--ink:#1f1b16;--ink-2:#4f473b;--hairline:#cfc2aa;--red:#b92b16;--edge:#7f735e}
@media (prefers-color-scheme:dark){:root{--paper:#1e202b;--ink:#f5edde;--ink-2:#cbc2b1;--hairline:#3b3e4c;--red:#ff8465;--edge:#80828f}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:400 1rem/1.5 "Noto Sans","Noto Sans Arabic","Noto Sans Myanmar",system-ui,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0}
main,footer{max-inline-size:50rem;margin-inline:auto;padding-inline:1.5rem}
main{padding-block:2.5rem 1rem}
p,ul,ol,dl,dd,h1,h2,h3,h4,h5,h6{margin:0;padding:0}
ul,ol{list-style:none}
bdi{unicode-bidi:isolate}
p[dir],li[dir]{inline-size:fit-content;max-inline-size:100%}
main{overflow-wrap:anywhere}
:lang(ar){line-height:1.6}
:lang(my){line-height:1.8}
.display,h1,h2,h3,h4{font-family:"Vispera Display","Noto Sans Arabic","Noto Sans Myanmar","Noto Sans",system-ui,sans-serif;font-weight:800;line-height:1.08;text-wrap:balance}
:is(h1,h2,h3,h4):lang(ar),:lang(ar)>:is(h1,h2,h3,h4){line-height:1.35}
:is(h1,h2,h3,h4):lang(my),:lang(my)>:is(h1,h2,h3,h4){line-height:1.7}
.consent{display:flex;gap:1.1rem;padding:.9rem 1.2rem;border:1.5px solid var(--ink)}
.consent svg{flex:none;inline-size:1.35rem;block-size:1.35rem;margin-block-start:.1rem}
.eyebrow{margin-block:1.9rem .25rem;color:var(--ink-2);font-size:.95rem;font-weight:600}
h1{padding-block-end:.22em;font-size:clamp(2.6rem,8vw,4.1rem)}
.rule{block-size:9px;border-block:4px solid var(--ink);border-block-end-width:1.5px}
.lead{margin-block-start:1.1rem;font-size:1.35rem;line-height:1.42}
.figures{display:flex;flex-wrap:wrap;gap:.2rem 1.9rem;padding-block:.9rem .6rem;border-block-end:1.5px solid var(--hairline)}
.figures li{display:flex;align-items:baseline;gap:.55rem;color:var(--ink-2);font-size:.95rem}
.figures b{color:var(--ink);font-size:2.15rem;font-variant-numeric:tabular-nums}
h2{margin-block:2rem .55rem;font-size:1.95rem}
h3{margin-block:1.5rem .45rem;font-size:1.4rem}
h4{margin-block:1.1rem .35rem;font-size:1.15rem}
h5,h6{margin-block:.9rem .3rem;font-size:1rem;font-weight:700}
section>p+p{margin-block-start:.5rem}
.quiet{color:var(--ink-2);font-size:.95rem}
.notes>li,.steps>li{display:grid;grid-template-columns:1.5rem 1fr;gap:0 .7rem;padding-block:.4rem;break-inside:avoid}
.steps>li{grid-template-columns:2.2rem 1fr}
.notes>li>svg{inline-size:1.15rem;block-size:1.15rem;margin-block-start:.18rem}
.number{font-size:1.3rem;line-height:1.1;font-variant-numeric:tabular-nums}
.words{font-weight:400}
.picture{inline-size:fit-content;max-inline-size:min(100%,26rem);margin-block:.2rem .5rem;border:1.5px solid #cfc2aa;background:#fbf7ee;break-inside:avoid}
.picture.wide{max-inline-size:100%}
.picture>*{display:block;max-inline-size:100%;max-block-size:24rem;block-size:auto}
.steps .words{font-weight:600}
.kind,.label,.remark{color:var(--ink-2);font-size:.9rem}
.kind,.label{font-weight:600}
.facts,.small{color:var(--ink-2);font-size:.92rem}
.facts bdi{color:var(--ink)}
.facts li{padding-block-start:.12rem}
.facts>li>ul{padding-inline-start:1.1rem}
.facts>li>ul>li{list-style:"– "}
.same{padding-inline-start:1rem;border-inline-start:2px solid var(--hairline)}
.sentences>li{padding-block:.28rem;padding-inline-start:1.1rem;text-indent:-1.1rem}
.sentences>li::before{display:inline-block;inline-size:1.1rem;color:var(--ink-2);content:"–";text-indent:0}
.decision{padding-inline-start:1.2rem;border-inline-start:6px solid var(--red);break-inside:avoid}
.decision+.decision{margin-block-start:1.3rem}
.decision .said{font-size:1.3rem;font-weight:600;line-height:1.35}
.votes{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:.4rem 2rem;margin-block-start:.5rem}
.levels{border-collapse:collapse;font-size:.95rem}
.levels td,.levels th{padding:.12rem .8rem .12rem 0;border:0;text-align:start;font-weight:400;vertical-align:middle}
.levels td{font-weight:600;font-variant-numeric:tabular-nums}
.levels svg{display:block;inline-size:10rem;block-size:.85rem}
.bar{fill:var(--ink)}
.bar-outline{fill:none;stroke:var(--ink);stroke-width:1.5}
.scroll{overflow-x:auto}
.scroll table{inline-size:100%;border-collapse:collapse;font-size:.95rem}
.scroll th,.scroll td{padding:.5rem 1rem .5rem 0;border-block-end:1.5px solid var(--hairline);text-align:start;vertical-align:top}
.scroll thead :is(th,td){padding-block:.2rem;border-block-end:2.5px solid var(--ink);color:var(--ink-2);font-size:.9rem;font-weight:600}
.scroll tbody th{font-weight:600}
.scroll tr{break-inside:avoid}
.scroll th{overflow-wrap:break-word}
.scroll td{min-inline-size:6.5rem}
.scroll td p+p,.scroll th p+p{margin-block-start:.2rem;font-weight:400;color:var(--ink-2);font-size:.9rem}
.scroll td p.strong{color:var(--ink);font-size:inherit}
.thread{margin-block-start:.6rem}
.thread>li{position:relative;padding:0 0 .7rem;padding-inline-start:2.3rem;break-inside:avoid}
.thread>li::before{position:absolute;inset-block:0;inset-inline-start:.68rem;inline-size:2.5px;background:var(--ink);content:""}
.thread>li>svg{position:absolute;inset-block-start:.2rem;inset-inline-start:0;inline-size:1.45rem;block-size:1.45rem;background:var(--paper)}
.thread .breaks .label,.thread .break{color:var(--red)}
.thread .break p{font-weight:600}
footer{margin-block:2rem;padding-block-start:.8rem;color:var(--ink-2);font-size:.9rem}
footer p{padding-block-start:.7rem;border-block-start:1.5px solid var(--hairline)}
@media (max-width:30rem){.lead{font-size:1.15rem}.figures{gap:.1rem 1.2rem}h2{font-size:1.65rem}}
@media (forced-colors:active){.bar{fill:CanvasText}.rule,.thread>li::before{background:CanvasText}}
@page{margin:16mm 16mm 20mm;@bottom-left{content:${page.before}counter(page)${page.between}counter(pages)${page.after};color:#4f473b;font:10px "Noto Sans",sans-serif}@bottom-right{content:${footer};color:#4f473b;font:10px "Noto Sans",sans-serif}}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#1f1b16;--ink-2:#4f473b;--hairline:#cfc2aa;--red:#b92b16}html{font-size:10.2pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}main,footer{max-inline-size:none;padding:0}footer{display:none}h1{font-size:40pt}h2,h3,h4,h5{break-after:avoid}.scroll{overflow:visible}}
`
