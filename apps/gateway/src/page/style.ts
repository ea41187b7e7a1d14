/** The pages' whole style sheet: one column on a phone, two panes on a desk, light and dark. */
export const style = `
:root{color-scheme:light dark;--page:#F6F6F3;--surface:#FFF;--sunken:#EFEFEA;--line:#E3E3DD;--line-2:#8A918D;--ink:#1B1F1E;--ink-2:#4F5653;--ink-3:#656B68;
--accent:#1D5A8C;--on-accent:#FFF;--accent-ink:#174A74;--tint:#E8F1F8;--warn:#A80F36;--warn-tint:#FFF0F2;--warn-line:#F3C3CD}
@media (prefers-color-scheme:dark){:root{--page:#111413;--surface:#1A1E1D;--sunken:#232827;--line:#2F3534;--line-2:#7D8682;--ink:#ECEFED;--ink-2:#BAC2BF;--ink-3:#98A19D;
--accent:#7DBBEB;--on-accent:#06192A;--accent-ink:#9CCBF0;--tint:#17293A;--warn:#FF9DAE;--warn-tint:#3A1820;--warn-line:#6B2C3A}}
*{box-sizing:border-box}
html{font:15px/24px -apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);min-height:100vh;min-height:100dvh;display:flex;flex-direction:column}
header{display:flex;align-items:center;gap:8px;padding:0 16px;height:56px;max-width:960px;width:100%;margin:0 auto}
header svg{color:var(--accent-ink);flex:none}
.brand{font-weight:700;font-size:17px}
.chip{display:inline-flex;align-items:center;height:24px;padding:0 10px;border-radius:99px;background:var(--tint);color:var(--accent-ink);font-size:12px;font-weight:700}
.language{margin-left:auto;display:inline-flex;align-items:center;min-height:44px;padding:0 8px;color:var(--accent-ink)}
main{flex:1;width:100%;max-width:960px;margin:0 auto;padding:0 16px 24px;display:grid;gap:12px;align-content:start}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:16px;box-shadow:0 1px 2px rgba(27,31,30,.05)}
h1{font-size:17px;line-height:24px;margin:0}
h2{font-size:17px;line-height:24px;margin:0 0 12px}
.label{font-size:13px;line-height:20px;color:var(--ink-3)}
.merchant{display:flex;align-items:center;gap:12px;margin-bottom:16px}
.merchant .mark{width:44px;height:44px;border-radius:12px;background:var(--tint);color:var(--accent-ink);display:grid;place-items:center;font-weight:700;font-size:20px;flex:none}
.amount{font-size:40px;line-height:48px;font-weight:700;margin:0}
.amount small{font-size:24px}
dl{margin:16px 0 0;padding-top:12px;border-top:1px solid var(--line);display:grid;gap:8px}
dl div{display:flex;gap:16px;justify-content:space-between}
dt{color:var(--ink-3);flex:none}
dd.small{font-size:13px;line-height:20px;color:var(--ink-2);align-self:center}
dd{margin:0;text-align:right;overflow-wrap:anywhere;min-width:0}
.notice{border:1px solid var(--warn-line);background:var(--warn-tint);border-radius:12px;padding:12px 16px;display:grid;grid-template-columns:auto 1fr;gap:0 12px}
.notice svg{color:var(--warn);margin-top:2px}
.notice strong{color:var(--warn)}
.notice p{margin:0;grid-column:2}
fieldset{border:0;padding:0;margin:0;min-width:0}
legend{padding:0;font-size:17px;font-weight:700;margin-bottom:12px}
.choice{display:flex;align-items:center;gap:12px;border:1px solid var(--line-2);border-radius:12px;padding:12px;min-height:64px;cursor:pointer}
.choice+.choice{margin-top:8px}
.choice:has(:checked){border:2px solid var(--accent);padding:11px;background:var(--tint)}
.choice svg{color:var(--accent-ink);flex:none}
.choice input{width:20px;height:20px;margin:0 0 0 auto;accent-color:var(--accent);flex:none}
.choice strong{display:block}
.choice .label{display:block;color:var(--ink-2)}
details{border-top:1px solid var(--line);margin-top:16px}
summary{min-height:44px;display:flex;align-items:center;gap:8px;cursor:pointer;color:var(--ink-2);list-style:none}
summary::-webkit-details-marker{display:none}
summary svg{transition:transform .15s}
details[open] summary svg{transform:rotate(90deg)}
.grid{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.grid label{display:grid;gap:4px;font-size:13px;line-height:20px;color:var(--ink-2);align-content:end}
.grid .wide{grid-column:1/-1}
select,input[type=number]{font:inherit;width:100%;min-height:44px;padding:0 12px;border:1px solid var(--line-2);border-radius:8px;background:var(--surface);color:var(--ink)}
.check{display:flex!important;align-items:center;min-height:44px;gap:8px!important}
.check input{width:20px;height:20px;accent-color:var(--accent)}
.actions{display:grid;gap:8px;position:sticky;bottom:0;background:var(--surface);border-top:1px solid var(--line);margin:16px -16px -16px;padding:12px 16px;border-radius:0 0 12px 12px}
.clock{display:flex;align-items:center;justify-content:center;gap:6px;font-size:13px;line-height:20px;color:var(--ink-2);margin:0;flex-wrap:wrap}
.clock strong{color:var(--ink)}
button,.button{font:inherit;font-weight:700;font-size:17px;min-height:56px;border-radius:8px;border:1px solid transparent;background:var(--accent);color:var(--on-accent);cursor:pointer;
display:flex;align-items:center;justify-content:center;padding:0 16px;text-decoration:none;width:100%}
button.quiet{background:none;color:var(--ink-2);font-weight:400;font-size:15px;min-height:44px}
button.outline{background:none;border-color:var(--warn);color:var(--warn);font-size:15px;min-height:44px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.state{text-align:center;padding:40px 16px;display:grid;gap:12px;justify-items:center;max-width:480px;width:100%;margin:24px auto 0}
.state .tile{width:72px;height:72px;border-radius:16px;background:var(--tint);color:var(--accent-ink);display:grid;place-items:center}
.state.bad .tile{background:var(--warn-tint);color:var(--warn)}
.state h1{font-size:24px;line-height:32px}
.state p{margin:0;color:var(--ink-2)}
.state .button{margin-top:12px}
.spin{animation:spin 1.2s linear infinite}
@keyframes spin{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){.spin{animation:none}summary svg{transition:none}}
footer{text-align:center;padding:8px 16px 24px;color:var(--ink-3);font-size:12px;line-height:16px}
@media (min-width:800px){main{padding-top:24px}.panes{display:grid;grid-template-columns:5fr 6fr;gap:16px;align-items:start}.panes>*{margin:0}.card{padding:24px}.actions{position:static;margin:20px -24px -24px;padding:16px 24px 20px}}
@media (max-width:799px){.panes{display:grid;gap:12px}}
`;

/** Counts down to the session's end, goes on when there is a next page, guards against a second press; all of it works without scripts, less smoothly. */
export const pageScript = `
addEventListener("pageshow",(event)=>{if(event.persisted)location.reload()});
const {goOn,after}=document.body.dataset;
if(goOn)setTimeout(()=>location.replace(goOn),Number(after));
const clock=document.querySelector("[data-ends]");
if(clock){const ends=Date.now()+Number(clock.dataset.ends);const tick=()=>{const left=Math.max(0,Math.round((ends-Date.now())/1000));
if(left===0){location.reload();return}
const h=Math.floor(left/3600),m=Math.floor(left/60)%60,s=left%60,two=(n)=>String(n).padStart(2,"0");
clock.textContent=(h>0?h+":"+two(m):m)+":"+two(s);setTimeout(tick,1000)};
document.querySelectorAll("[data-with-script]").forEach((e)=>e.hidden=false);document.querySelectorAll("[data-without-script]").forEach((e)=>e.hidden=true);tick()}
document.querySelectorAll("form").forEach((form)=>form.addEventListener("submit",()=>setTimeout(()=>form.querySelectorAll("button").forEach((b)=>b.disabled=true),0)));
`;
