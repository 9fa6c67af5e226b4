import { profiler, jit, valueAndGrad, nn, numpy as np } from '@jax-js/jax';
import { startEngine } from '/work/main/src/vlm/engine.ts';
import { initialiser } from '/work/main/src/vlm/initialise.ts';
import { decoder, initialDecoder, prefixMask, embedTokens } from '/work/main/src/vlm/decoder.ts';
import {
  integers,
  tensor,
  share,
  countParameters,
  type Tensor,
} from '/work/main/src/vlm/tensor.ts';
import { adamw, initialMoments } from '/work/main/src/train/adamw.ts';
const PROF = process.env.PROF;
let runT = 0,
  calls = 0;
const per = new Map<any, any>();
await startEngine();
const B = +(process.env.B ?? 32),
  L = 48,
  P = 16,
  V = +(process.env.V ?? 72),
  N = +(process.argv[2] ?? 12);
const config = { vocabulary: V, textLength: 64, width: 64, layers: 4, heads: 4, mlpWidth: 256 };
let p: any = initialDecoder(initialiser(1), config);
let m = initialMoments(p);
console.log('params', countParameters(p));
const mask = prefixMask(P, L);
const loss = (p: any, mask: Tensor, c: Tensor, t: Tensor, w: Tensor) => {
  const pre = embedTokens(c, p.embedding.ref);
  const lg = decoder(pre, t.ref, mask, p, 4);
  const lp = nn.logSoftmax(lg.slice([], [0, L - 1]), -1);
  const oh = nn.oneHot(t.slice([], [1, L]), V);
  const w1 = w.slice([], [1, L]);
  return lp.mul(oh).sum(-1).mul(w1.ref).sum().div(w1.sum()).neg();
};
const step = jit((p: any, m: any, h: Tensor, mask: Tensor, c: Tensor, t: Tensor, w: Tensor) => {
  const [l, g] = valueAndGrad(loss)(share(p), mask, c, t, w);
  const r = adamw(p, g, m, h);
  return [l, r.parameters, r.moments];
}) as any;
let s = 1;
const rnd = (n: number) => {
  s = (s * 1103515245 + 12345) & 0x7fffffff;
  return s % n;
};
const batch = () => [
  integers(
    Int32Array.from({ length: B * P }, () => rnd(V)),
    [B, P],
  ),
  integers(
    Int32Array.from({ length: B * L }, () => rnd(9)),
    [B, L],
  ),
  tensor(new Float32Array(B * L).fill(1), [B, L]),
];
const times: number[] = [],
  cpus: number[] = [];
for (let i = 0; i < N; i++) {
  const t0 = performance.now(),
    c0 = process.cpuUsage();
  if (i == 2) {
    runT = 0;
    calls = 0;
    per.clear();
  }
  const [l, np_, nm] = step(
    p,
    m,
    tensor(new Float32Array([(1e-3 * (i + 1)) / N, 1 - 0.9 ** (i + 1), 1 - 0.98 ** (i + 1)]), [3]),
    mask.ref,
    ...batch(),
  );
  p = np_;
  m = nm;
  const lv = (await l.data())[0];
  const c = process.cpuUsage(c0);
  if (i > 1) {
    times.push(performance.now() - t0);
    cpus.push((c.user + c.system) / 1000);
  } else console.log(i, lv, (performance.now() - t0).toFixed(0));
  if (i == N - 1) console.log('last', lv);
}
times.sort((a, b) => a - b);
cpus.sort((a, b) => a - b);
console.log(
  'median wall',
  times[times.length >> 1].toFixed(1),
  'min',
  times[0].toFixed(1),
  'cpu median',
  cpus[cpus.length >> 1].toFixed(1),
  'min',
  cpus[0].toFixed(1),
);
if (PROF) {
  profiler.startTrace();
  const n = 4;
  const seen = new Map<string, any>();
  for (let i = 0; i < n; i++) {
    performance.clearMeasures();
    const [l, np_, nm] = step(
      p,
      m,
      tensor(new Float32Array([1e-3, 0.9, 0.9]), [3]),
      mask.ref,
      ...batch(),
    );
    p = np_;
    m = nm;
    await l.data();
    for (const e of performance.getEntriesByType('measure')) {
      const d = (e as any).detail.devtools;
      const k = d.properties.map((q: any) => q.join('=')).join(' | ');
      const q = seen.get(k) ?? [0, 0];
      q[0] += e.duration / n;
      q[1] += 1 / n;
      seen.set(k, q);
    }
  }
  let tot = 0,
    cnt = 0;
  for (const q of seen.values()) {
    tot += q[0];
    cnt += q[1];
  }
  console.log('kernel ms', tot.toFixed(1), 'count', cnt);
  for (const [k, q] of [...seen]
    .sort((a, b) => b[1][0] - a[1][0])
    .slice(0, +(process.env.TOP ?? 30)))
    console.log(
      q[0].toFixed(2) +
        'ms ' +
        q[1] +
        'x ' +
        (q[0] / q[1]).toFixed(2) +
        ' ' +
        k.slice(0, +(process.env.W ?? 330)),
    );
}
process.exit(0);
