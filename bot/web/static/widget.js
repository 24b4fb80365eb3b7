"use strict";(()=>{var M=Object.defineProperty;var N=(t,e,o)=>e in t?M(t,e,{enumerable:!0,configurable:!0,writable:!0,value:o}):t[e]=o;var s=(t,e,o)=>N(t,typeof e!="symbol"?e+"":e,o);var C=["rechts","links"],R=["kort","rustig","plan"],_=/^#[0-9a-f]{6}$/i;function w(t,e){let{titel:o,kleur:n,plek:a,route:i,open:r}=t.dataset,l=g(R,"data-route",i);return{title:o?.trim().slice(0,40)||e.bot,colour:n===void 0||U("data-kleur",n,_,"#0f766e")?n??e.colour:e.colour,side:g(C,"data-plek",a)??"rechts",isOpen:r!==void 0&&r!=="nee",framed:f(t.src,l,!0),alone:f(t.src,l,!1)}}function f(t,e,o){let n=[...o?["ingebed"]:[],...e?[`route=${e}`]:[]].join("&");return new URL(n?`/?${n}`:"/",t).href}function g(t,e,o){let n=t.find(a=>a===o);return o!==void 0&&!n&&b(e,o,t.join(", ")),n}function U(t,e,o,n){let a=o.test(e);return a||b(t,e,n),a}function b(t,e,o){console.warn(`Het andere gesprek: ${t}="${e}" kan niet. Wel: ${o}.`)}function x(t){let[e=0,o=0,n=0]=[1,3,5].map(i=>{let r=parseInt(t.slice(i,i+2),16)/255;return r<=.04045?r/12.92:((r+.055)/1.055)**2.4});return(.2126*e+.7152*o+.0722*n+.05)**2>1.05*.05?"#000000":"#ffffff"}var y="het-andere-gesprek";function v(t,e,o){t.postMessage({[y]:o},e)}function E(t){if(typeof t!="object"||t===null)return null;let e=t[y];return e==="hello"||e==="ready"||e==="close"?e:null}var k="Sluiten",S="Open het in een eigen tabblad",L="Het gesprek is nu niet te bereiken. Probeer het straks nog eens.",O=t=>`Het gesprek mag nog niet op deze pagina staan. Wie de chatbot beheert, kan ${t} toevoegen aan de lijst bij ‘inbedden’.`;var W="(max-width: 40em), (max-height: 32em)",B=12e3,$=3e3,I="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals",p=class{constructor(e,o,n){s(this,"options",e);s(this,"house",o);s(this,"leave",n);s(this,"dialog",document.createElement("dialog"));s(this,"close",d("button",{type:"button",textContent:k}));s(this,"why",d("div",{className:"why",hidden:!0}));s(this,"small",window.matchMedia(W));s(this,"origin");s(this,"frame",null);s(this,"isReady",!1);s(this,"timer",0);this.origin=new URL(e.framed).origin;let a=d("h2",{className:"title",id:"title",textContent:e.title}),i=d("div",{className:"bar"});i.append(a,this.close),this.dialog.className=`panel ${e.side}`,this.dialog.setAttribute("aria-labelledby","title"),this.why.setAttribute("role","alert"),this.dialog.append(i,this.why),this.close.addEventListener("click",n),this.dialog.addEventListener("keydown",r=>r.key==="Escape"&&n()),this.dialog.addEventListener("cancel",r=>(r.preventDefault(),n())),this.small.addEventListener("change",()=>this.isOpen&&(this.hide(),this.show(!1))),window.addEventListener("message",r=>this.hear(r))}get isOpen(){return this.dialog.open}show(e=!0){this.dialog.classList.toggle("whole",this.small.matches),this.small.matches?this.dialog.showModal():this.dialog.open=!0,this.frame||this.begin(),e&&(this.isReady&&this.frame?this.frame:this.close).focus()}hide(){this.dialog.close()}get fitsBeside(){return!this.small.matches}begin(){if(!this.house.origins.includes(window.location.origin)){this.explain(O(window.location.origin));return}let e=d("iframe",{title:this.options.title,referrerPolicy:"no-referrer"});e.setAttribute("sandbox",I),e.src=this.options.framed,e.addEventListener("load",()=>{e.contentWindow&&v(e.contentWindow,this.origin,"hello"),this.wait($)}),this.frame=e,this.wait(B),this.dialog.append(e)}wait(e){window.clearTimeout(this.timer),this.isReady=!1,this.timer=window.setTimeout(()=>this.explain(L),e)}explain(e){let o=d("p",{textContent:e}),n=d("a",{href:this.options.alone,target:"_blank",rel:"noopener noreferrer",textContent:S});this.why.replaceChildren(o,n),this.why.hidden=!1}hear(e){if(!this.frame||e.source!==this.frame.contentWindow||e.origin!==this.origin)return;let o=E(e.data);if(o==="close"&&this.isOpen&&this.leave(),o!=="ready")return;window.clearTimeout(this.timer),this.isReady=!0,this.why.hidden=!0,this.dialog.getRootNode().activeElement===this.close&&this.frame.focus()}};function d(t,e){return Object.assign(document.createElement(t),e)}var T=`
:host {
  all: initial !important;
  direction: ltr !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  z-index: 2147483647 !important;
  font: medium/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif !important;
  overflow: visible !important;
}
*, ::before, ::after { box-sizing: border-box; }
button {
  min-width: 44px; min-height: 44px; margin: 0; border: 2px solid transparent; padding: 0.5em 1em;
  background: var(--colour); color: var(--on-colour); font: inherit; font-weight: 600; cursor: pointer;
}
:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #fff, 0 0 0 7px #fff; }
.launcher {
  position: fixed; bottom: max(1em, env(safe-area-inset-bottom)); display: flex; align-items: center; gap: 0.6em;
  max-width: calc(100vw - 2em); min-height: 3.25em; border-color: #fff; border-radius: 2em;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 30%), 0 0.25em 1em rgb(0 0 0 / 25%); overflow-wrap: anywhere; text-align: start;
}
.launcher svg { flex: none; width: 1.5em; height: 1.5em; fill: none; stroke: currentColor; stroke-width: 2; }
.panel {
  position: fixed; inset: auto; bottom: 5.25em; width: 27em; max-width: calc(100vw - 2em); height: 44em;
  max-height: calc(100vh - 6.25em); max-height: calc(100dvh - 6.25em); margin: 0; border: 1px solid #767676; border-radius: 0.75em;
  padding: 0; background: Canvas; color: CanvasText; box-shadow: 0 0.5em 2em rgb(0 0 0 / 30%); color-scheme: light dark;
  overflow: hidden;
}
.panel[open] { display: flex; flex-direction: column; }
.rechts { right: 1em; }
.links { left: 1em; }
.bar {
  display: flex; flex: none; align-items: center; justify-content: space-between; gap: 1em; padding-inline: 1em 0.25em;
  border-bottom: 1px solid transparent; background: var(--colour); color: var(--on-colour); overflow-wrap: anywhere;
}
.title { margin: 0; font-size: 1em; font-weight: 600; }
.bar :focus-visible { outline-color: var(--on-colour); outline-offset: -5px; box-shadow: none; }
iframe { flex: 1; width: 100%; min-height: 0; border: 0; }
.why { padding: 1em; overflow: auto; }
.why a { display: inline-block; padding-block: 0.6em; color: LinkText; }
[hidden] { display: none !important; }
.panel.whole { inset: 0; width: 100%; max-width: none; height: 100%; max-height: none; border: 0; border-radius: 0; }
@media (prefers-reduced-motion: no-preference) {
  .panel[open]:not(.whole) { animation: rise 0.15s ease-out; }
  @keyframes rise { from { opacity: 0; translate: 0 0.5em; } }
}
@media (forced-colors: active) {
  button { border-color: ButtonText; }
  .bar { border-color: CanvasText; }
}
@media print { :host { display: none !important; } }
`;var A="het-andere-gesprek";function j(){let t="http://www.w3.org/2000/svg",e=document.createElementNS(t,"svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("aria-hidden","true");let o=document.createElementNS(t,"path");return o.setAttribute("d","M12 3a9 8 0 1 1-4.2 15L3 20l1.4-4.6A9 8 0 0 1 12 3z"),e.append(o),e}function H(t){if(document.querySelector(A))return;let e=w(t,HOUSE),o=document.createElement(A);o.lang="nl";let n=o.attachShadow({mode:"open"}),a=new CSSStyleSheet;a.replaceSync(T),n.adoptedStyleSheets=[a];let i=document.createElement("button");i.type="button",i.className=`launcher ${e.side}`,i.setAttribute("aria-haspopup","dialog");let r=document.createElement("span");r.textContent=e.title,i.append(j(),r);let l=new p(e,HOUSE,()=>{l.hide(),i.setAttribute("aria-expanded","false"),i.focus()}),u=m=>{l.show(m),i.setAttribute("aria-expanded","true")};i.setAttribute("aria-expanded","false"),i.addEventListener("click",()=>l.isOpen?l.leave():u(!0)),i.addEventListener("keydown",m=>m.key==="Escape"&&l.isOpen&&l.leave());let c=document.createElement("aside");c.setAttribute("aria-label",e.title),c.style.setProperty("--colour",e.colour),c.style.setProperty("--on-colour",x(e.colour)),c.append(i,l.dialog),n.append(c),document.body.append(o),P(o),e.isOpen&&l.fitsBeside&&u(!1)}function P(t){"showPopover"in t&&(t.popover="manual",t.showPopover())}var h=document.currentScript;h instanceof HTMLScriptElement&&(document.body?H(h):document.addEventListener("DOMContentLoaded",()=>H(h)));})();
