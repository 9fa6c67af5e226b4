import type { FailureKind } from './failures.ts';

/** What went wrong, and what the reader can do. */
interface FailureText {
  what: string;
  advice: string;
}

/** For each kind of failure, in both languages. */
export const FAILURE_TEXTS: Readonly<Record<'zh' | 'en', Record<FailureKind, FailureText>>> = {
  zh: {
    diverged: {
      what: '损失不再是数：训练发散了。',
      advice: '发散前的状态还在。把学习率的峰值减半，从那里接着训练。',
    },
    lostDevice: {
      what: '显卡的连接断了，驱动可能重启过。',
      advice: '最近的状态还在。接着训练时改用处理器。',
    },
    memory: {
      what: '内存不够了。',
      advice: '最近的状态还在。关掉一些标签页，或减小批大小，再接着训练。',
    },
    checkpointMissing: {
      what: '没能取到训练要用的检查点。',
      advice: '检查网络后重试。',
    },
    ownModelMissing: {
      what: '这次训练要用你自己的一个模型，而它已经删掉了。',
      advice: '接不下去了：请重新开始，或先把那个模型再训练出来。',
    },
    checkpointRefused: {
      what: '检查点不能用：它已损坏，或属于另一个版本。',
      advice: '删掉它，重新开始。',
    },
    workerDied: {
      what: '后台的训练意外停止了。',
      advice: '最近的状态还在，可以从那里接着训练。',
    },
    notAnswering: {
      what: '后台的训练很久没有回音，已被停掉。',
      advice: '最近的状态还在。关掉占用处理器的程序，再接着训练。',
    },
    unsupported: {
      what: '这个浏览器运行不了训练。',
      advice: '训练需要 WebAssembly 和模块 Worker，请换用较新的浏览器。',
    },
    storageFull: {
      what: '浏览器的存储空间满了，训练状态没有保存。',
      advice:
        '训练照常进行，但刷新页面会丢掉进度。可以删掉一些自己的模型：提问的演示里选“我的模型”，就能看到它们。',
    },
    storage: {
      what: '浏览器不让本页保存数据，训练状态没有保存。',
      advice: '训练照常进行，但刷新页面会丢掉进度。无痕窗口常常如此。',
    },
    request: { what: '这个请求没法完成。', advice: '训练照常进行。' },
    unexpected: {
      what: '训练遇到意料之外的错误。',
      advice: '最近的状态还在，可以从那里接着训练；若再次出错，请重新开始。',
    },
  },
  en: {
    diverged: {
      what: 'The loss is no longer a number: training diverged.',
      advice: 'The state before is kept. Halve the peak learning rate and go on from there.',
    },
    lostDevice: {
      what: 'The graphics card was lost; its driver may have restarted.',
      advice: 'The last state is kept. Going on will use the processor instead.',
    },
    memory: {
      what: 'There is not enough memory.',
      advice: 'The last state is kept. Close some tabs or take a smaller batch, then go on.',
    },
    checkpointMissing: {
      what: 'A checkpoint that training needs could not be fetched.',
      advice: 'Check the connection and try again.',
    },
    ownModelMissing: {
      what: 'A model of your own that this run builds on has been deleted.',
      advice: 'The run cannot go on without it: start anew, or train that model again first.',
    },
    checkpointRefused: {
      what: 'The checkpoint cannot be used: it is corrupt, or of another version.',
      advice: 'Delete it and start anew.',
    },
    workerDied: {
      what: 'Training stopped unexpectedly in the background.',
      advice: 'The last state is kept; you can go on from there.',
    },
    notAnswering: {
      what: 'Training has not answered for a long time and was ended.',
      advice: 'The last state is kept. Close what keeps the processor busy, then go on.',
    },
    unsupported: {
      what: 'This browser cannot train.',
      advice: 'Training needs WebAssembly and module workers: please use a newer browser.',
    },
    storageFull: {
      what: 'The browser’s storage is full; the state was not saved.',
      advice:
        'Training goes on, but a reload would lose it. Deleting some of your models helps: choose “mine” in the demo that asks, and you see them.',
    },
    storage: {
      what: 'The browser does not let this page store data; the state was not saved.',
      advice: 'Training goes on, but a reload would lose it. Private windows often do this.',
    },
    request: { what: 'This request could not be served.', advice: 'Training goes on.' },
    unexpected: {
      what: 'Training met an unexpected error.',
      advice: 'The last state is kept; go on from there, or start anew if it happens again.',
    },
  },
};
