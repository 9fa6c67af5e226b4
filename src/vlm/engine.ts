import { defaultDevice, init } from '@jax-js/jax';

/** Starts the engine on WebAssembly, which every machine has. */
export async function startEngine(): Promise<void> {
  reuseInstances();
  await init('wasm');
  defaultDevice('wasm');
}

let reusing = false;

/**
 * The engine makes a WebAssembly.Instance of a kernel each time that it runs one, some 700 times a
 * training step. Their memory is the engine's own and the same each time, so one instance a module
 * does; it saves a tenth of a step (docs/vlm-training.md).
 */
function reuseInstances(): void {
  if (reusing) return;
  reusing = true;
  const made = new WeakMap<WebAssembly.Module, WebAssembly.Instance>();
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, [module, imports]: [WebAssembly.Module, WebAssembly.Imports]) {
      const instance = made.get(module) ?? new Instance(module, imports);
      made.set(module, instance);
      return instance;
    },
  });
}
