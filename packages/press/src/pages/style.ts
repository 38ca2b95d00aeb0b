/** The look of the public pages: paper and ink, one accent, no font to fetch. One constant text, named by its hash in each page's policy. */
export const style = `
:root{color-scheme:light dark;--paper:#f8f5ef;--sheet:#fdfbf7;--shade:#f0ebe1;--hair:#dcd4c6;--ink:#1c1a17;--soft:#5a5348;--accent:#0b5563;--wash:#e2ebe9;--warn:#f3e7c4}
@media (prefers-color-scheme:dark){:root{--paper:#11151a;--sheet:#161b21;--shade:#1d232a;--hair:#2b333c;--ink:#ece7dc;--soft:#b3b0a6;--accent:#7fc7d1;--wash:#1a2b31;--warn:#37341f}}
*{box-sizing:border-box}
html{font:100%/1.55 "PT Serif","Iowan Old Style",Charter,"Noto Serif",Georgia,"Liberation Serif",serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0}
.wrap{max-width:46rem;margin:0 auto;padding:0 1rem}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static;display:inline-block;padding:.5rem 1rem}
.practice{margin:0;background:var(--warn);text-align:center;padding:.4rem 1rem;font-weight:700;font-size:.875rem;letter-spacing:.02em}
header{border-bottom:1px solid var(--hair);background:var(--sheet)}
.name{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;padding-top:1.1rem}
.name>a{color:inherit;text-decoration:none;font-weight:700;font-size:1.2rem}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
nav a,.langs a{display:inline-block;padding:.6rem 0;min-height:44px;line-height:1.5;text-decoration:none}
nav a:hover,.langs a:hover{text-decoration:underline}
nav,.langs,.meta,.chip,table,.key,footer,.who,.more,dt,.ask{font-family:"PT Sans",-apple-system,"Segoe UI","Noto Sans",Roboto,"Liberation Sans",sans-serif}
nav,.langs{font-size:.9375rem}
nav [aria-current],.langs [aria-current]{color:var(--ink);font-weight:700;text-decoration:underline 2px var(--accent);text-underline-offset:.4em}
.langs{list-style:none;display:flex;flex-wrap:wrap;gap:.9rem;margin:0;padding:0}
main.wrap{padding-top:1.25rem;padding-bottom:3rem}
h1{font-size:clamp(1.6rem,4.5vw,2.35rem);line-height:1.16;letter-spacing:-.01em;margin:.5rem 0 .75rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.25;margin:2.5rem 0 .75rem;text-wrap:balance}
h3{font-size:1.1rem;line-height:1.3;margin:0 0 .35rem}section>h3{margin-top:1.75rem}
p,li,dd{text-wrap:pretty}
.lead{font-size:1.125rem;color:var(--soft);margin:0 0 1.5rem;max-width:38rem}
.matter,.said,.denial{border-top:1px solid var(--hair);padding:1rem 0}
.said,.denial{margin:0}.said>p:first-child,.denial>p:first-child{margin:0 0 .3rem;font-size:1.0625rem}
.denial{border:0;border-left:4px solid var(--accent);background:var(--wash);padding:.75rem 1rem;margin:.6rem 0 0}
.meta,.who{color:var(--soft);font-size:.875rem;margin:0}.said .meta+.who,.reply,.denial+.who{margin-top:.3rem}.scroll+.meta{margin-top:.75rem}.matter h2+p,.matter h3+p{margin:.4rem 0 .5rem}
.apart{display:none}.sum{font-size:1.125rem;margin:0 0 1rem}.paper{display:none}
.chip{display:inline-block;border:1px solid var(--soft);border-radius:1rem;padding:0 .6rem;font-size:.8125rem;line-height:1.6;color:var(--ink);margin-right:.5rem;white-space:nowrap}.whole{white-space:nowrap}
.chip.contested,.chip.discounted,.chip.unusable{border-style:dashed}
.chip.corroborated,.chip.confirmed{background:var(--accent);border-color:var(--accent);color:var(--sheet)}
ol.chain{list-style:none;padding:0;margin:0;display:inline}ol.chain li{display:inline}
ol.chain li+li::before{content:" → ";color:var(--accent)}
dl.facts{display:grid;grid-template-columns:auto 1fr;gap:.3rem 1rem;margin:1rem 0;font-size:.9375rem}
.grade{display:contents}dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
@media(max-width:30rem){dl.facts{grid-template-columns:1fr;gap:.1rem}dl.facts dd{margin:0 0 .75rem}}
.scroll{overflow-x:auto;margin:0 -1rem;padding:0 1rem;background:linear-gradient(90deg,var(--paper) 30%,transparent) 0 0/3rem 100% local,linear-gradient(270deg,var(--paper) 30%,transparent) 100% 0/3rem 100% local,linear-gradient(90deg,var(--hair),transparent) 0 0/1rem 100%,linear-gradient(270deg,var(--hair),transparent) 100% 0/1rem 100%;background-repeat:no-repeat}
.scroll th:first-child{min-width:9rem;hyphens:auto}
@media(min-width:40rem){.scroll.broad th:first-child{min-width:14rem}}
@media(min-width:64rem){.scroll.broad{margin:0 calc(22rem - min(50vw - 2rem,36rem));padding:0}}
table{border-collapse:collapse;width:100%;font-size:.9375rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);font-size:.875rem;padding:0 0 .5rem}
th,td{border-bottom:1px solid var(--hair);padding:.45rem .75rem .45rem 0;text-align:right;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
th:first-child,td:first-child{text-align:left}
thead th{vertical-align:bottom;font-size:.8125rem;color:var(--soft);font-weight:600}
tbody th{font-weight:400}
.dictionary th,.dictionary td{text-align:left}
tr.total>*{font-weight:700}
.chart{display:block;width:100%;height:1rem;margin:.15rem 0}
.chart .bar,.key .bar{fill:var(--accent)}.chart .late,.key .late{fill:var(--soft)}.chart .silent,.key .silent{fill:var(--ink)}.chart .none,.key .none{fill:none;stroke:var(--soft);stroke-dasharray:3 3;vector-effect:non-scaling-stroke}
.bars{margin:1rem 0 1.5rem}.bars th{width:45%;padding-right:.75rem;overflow-wrap:anywhere}.bars td{text-align:left;padding-right:0}.bars .chart{display:inline-block;width:calc(100% - 4.5rem);margin:0 .5rem 0 0;vertical-align:middle}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 1rem;padding:0;font-size:.875rem;color:var(--soft)}.key svg{width:.8rem;height:.8rem;margin-right:.4rem}.key .none{stroke-dasharray:none}
.office{border-top:1px solid var(--hair);padding:.75rem 0}.office h2{margin:0;font-size:1rem}
.matter h2{font-size:1.1rem;line-height:1.3;margin:0 0 .35rem}
.ask{border-top:1px solid var(--hair);padding-top:1rem;margin-top:1rem;font-size:.9375rem}
.note{background:var(--shade);padding:1rem 1.25rem;margin:1.5rem 0}.note h2{margin-top:0}.note ul{margin:.5rem 0 0;padding-left:1.2rem}
.more{display:inline-block;padding:.6rem 0;font-weight:600;min-height:44px}
footer{border-top:1px solid var(--hair);color:var(--soft);font-size:.875rem;padding:1.25rem 0 3rem}
@media print{:root{--paper:#fff;--sheet:#fff;--shade:#fff;--wash:#fff;--warn:#fff;--hair:#999;--ink:#000;--soft:#333;--accent:#0b5563}
html{font-size:80%}nav,.langs,.skip,.more,.reply{display:none}.wrap,.lead{max-width:none}.wrap,.scroll,.scroll.broad{margin:0;padding:0}.scroll{overflow:visible;background:none}
.chip.corroborated,.chip.confirmed{background:none;color:#000;border-width:2px}.note{border:1px solid var(--hair)}.paper{display:block}
.matter,.said,.office,.note,tr{break-inside:avoid}h1,h2,h3,caption,thead{break-after:avoid}}
`.replaceAll("\n", "");
