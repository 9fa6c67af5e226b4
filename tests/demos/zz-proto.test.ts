import { it } from 'vitest';
import { SCENES, } from '../../src/images/scenes.ts';
import { scenePixels } from '../../src/images/images.ts';
import { resizeByArea, toGrayscale } from '../../src/kernels/image.ts';
import { nonLocalBlock } from '../../src/kernels/nonLocal.ts';
import { createMatrix, rowOf } from '../../src/kernels/matrix.ts';
const n = 20, N = 400;
function feats(id) {
  const small = resizeByArea(scenePixels(id), n, n); const g = toGrayscale(small).data;
  const raw = createMatrix(N, 6);
  const at = (r, c) => g[Math.min(n-1,Math.max(0,r))*n + Math.min(n-1,Math.max(0,c))];
  for (let i = 0; i < N; i++) { const r = Math.floor(i/n), c = i%n;
    const box=[]; for (let u=-1;u<2;u++) for (let v=-1;v<2;v++) box.push(at(r+u,c+v));
    const m = box.reduce((a,b)=>a+b)/9; const sd = Math.sqrt(box.reduce((a,b)=>a+(b-m)**2,0)/9);
    raw.data.set([small.data[3*i], small.data[3*i+1], small.data[3*i+2], sd, (at(r,c+1)-at(r,c-1))/2, (at(r+1,c)-at(r-1,c))/2], i*6); }
  const x = createMatrix(N, 6);
  for (let k=0;k<6;k++){ let s=0,q=0; for(let i=0;i<N;i++) s+=raw.data[i*6+k]; const m=s/N; for(let i=0;i<N;i++) q+=(raw.data[i*6+k]-m)**2; const sd=Math.sqrt(q/N); for(let i=0;i<N;i++) x.data[i*6+k]= sd>1e-6? Math.max(-3,Math.min(3,(raw.data[i*6+k]-m)/sd))/Math.sqrt(6):0; }
  return x;
}
it('proto', () => {
  for (const id of Object.keys(SCENES)) {
    const x = feats(id);
    for (const s of [2,3,4]) {
    const pickm = createMatrix(6,3); for (let k=0;k<3;k++) pickm.data[k*3+k]=s;
    const w = { theta: pickm, phi: pickm, g: pickm, output: createMatrix(3,6), concatenation: new Float32Array(6).fill(-1) };
    for (const kind of ['gaussian','embeddedGaussian','dotProduct','concatenation']) {
      if (kind!=='embeddedGaussian' && s>2) continue;
      const b = nonLocalBlock(x,w,kind);
      let out='';let ok=0;
      for (let i=0;i<N;i++){ const row=rowOf(b.weights,i); const mean=row.reduce((a,c)=>a+c,0)/N; const order=[...row.keys()].sort((a,c)=>row[c]-row[a]);
        const ri=Math.floor(i/n),ci=i%n; const j=order.find(j=>Math.max(Math.abs(Math.floor(j/n)-ri),Math.abs(j%n-ci))>=3);
        const d=Math.hypot(Math.floor(j/n)-ri,j%n-ci)/n; const far=d>0.5&&row[j]>3*mean; if(far)ok++; out+=far?'#':'.'; if(ci===n-1) out+='\n'; }
      const p = id==='pair'? 4*n+3 : 10*n+6; const row=rowOf(b.weights,p);
      const order=[...row.keys()].sort((a,c)=>row[c]-row[a]);
      console.log(id,kind,s,'far ok',ok,'sum',row.reduce((a,c)=>a+c,0).toFixed(3),'max/mean',(row[order[0]]*N).toFixed(1), 'min', Math.min(...row)*N);
      console.log(order.slice(0,30).map(j=>`${Math.floor(j/n)},${j%n}:${(row[j]*N).toFixed(1)}`).join(' '));
      console.log(out);
    } }
  }
});
