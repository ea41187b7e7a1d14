/** The page's whole dress: the house's colours, light and dark, readable on a phone. */
export const style = `
:root{color-scheme:light dark;--ink:light-dark(#16201f,#e8efee);--soft:light-dark(#5b6b69,#9fb0ae);--ground:light-dark(#f6f8f7,#0f1615);--card:light-dark(#fff,#182120);--line:light-dark(#dbe3e1,#2b3836);--good:light-dark(#0b6b5d,#5cc9b5);--bad:light-dark(#b3261e,#ff8a80)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:860px;margin:0 auto;padding:24px 16px 64px;display:grid;gap:16px}
header{display:flex;justify-content:space-between;align-items:center;gap:16px}
h1{font-size:24px;margin:0}h2{font-size:18px;margin:0 0 8px}p{margin:0}.about,small,.head time{color:var(--soft)}
button.language{min-height:44px;padding:0 16px;border:1px solid var(--line);border-radius:12px;background:var(--card);color:inherit;font:inherit;cursor:pointer}
.drop{border:2px dashed var(--line);border-radius:12px;padding:24px;display:flex;flex-wrap:wrap;gap:16px;align-items:center;background:var(--card);color:var(--soft)}
.button{display:inline-flex;align-items:center;min-height:48px;padding:0 24px;border-radius:12px;background:light-dark(#0b6b5d,#0e7a6a);color:#fff;font-weight:600;cursor:pointer}
.button:focus-within{outline:3px solid var(--good);outline-offset:2px}
.button input{position:absolute;opacity:0;width:1px;height:1px}
.root{display:grid;gap:4px;color:var(--soft)}.root input{min-height:44px;padding:0 12px;border:1px solid var(--line);border-radius:12px;background:var(--card);color:var(--ink);font:14px/1 ui-monospace,monospace}
.verdict{border-radius:12px;padding:16px;background:var(--card);border:2px solid var(--line)}
.verdict.intact{border-color:var(--good)}.verdict.intact h2{color:var(--good)}.verdict.broken{border-color:var(--bad)}.verdict.broken h2,.flag{color:var(--bad)}
.flaw{font-size:18px;font-weight:600}dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:12px 0 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,monospace;font-size:14px}
.records{list-style:none;margin:0;padding:0;display:grid;gap:8px}
.record,.gap{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:12px 16px;overflow-wrap:anywhere}
.record.bad,.gap{border:2px solid var(--bad)}.gap{color:var(--bad);font-weight:600;border-style:dashed}
.head{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}.number{font-weight:700;min-width:2.5em}
.kind{font-size:13px;padding:1px 8px;border-radius:6px;border:1px solid var(--line)}
.summary{margin-top:4px}.opened{margin-top:4px;display:grid}
details summary{cursor:pointer;color:var(--soft);padding:8px 0 0}pre{overflow:auto;max-height:420px;margin:8px 0 0;font-size:13px;white-space:pre-wrap}
`;
