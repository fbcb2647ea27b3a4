// The engine of the chapters, in a page: each lab has one, in a thread of its own.
"use strict";

/// What the thread of an engine does: it instantiates the module, and calls what it exports.
const engineThread = () => {
  let bytes, engine;
  const make = async () => {
    const page = {
      stop: (at, count) => {
        throw new Error(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, at, count)));
      },
    };
    engine = (await WebAssembly.instantiate(bytes, { page })).instance.exports;
    engine._initialize?.();
  };
  const answers = {
    value: (answer) => answer,
    numbers: (count) => new Float32Array(engine.memory.buffer, engine.answer_at(), count).slice(),
    text: (count) => new TextDecoder().decode(new Uint8Array(engine.memory.buffer, engine.answer_at(), count)),
    memory: () => engine.memory.buffer.byteLength,
  };
  onmessage = async ({ data: { id, module, call, values = [], as, given } }) => {
    try {
      if (module) { bytes = module; await make(); return postMessage({ id }); }
      if (given) {
        // The memory may grow, and be another buffer, when the place is first asked for.
        const at = engine.given_at();
        new Float32Array(engine.memory.buffer, at, given.length).set(given);
      }
      postMessage({ id, answer: answers[as](call ? engine[call](...values) : 0) });
    } catch (error) {
      await make();
      postMessage({ id, sentence: error.message });
    }
  };
};

/// The module as bytes, unpacked once for a page.
const engineModule = (() => {
  let bytes;
  return () => bytes ??= (async () => {
    const packed = Uint8Array.from(atob(liveModule), (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  })();
})();

class Engine {
  #worker = new Worker(URL.createObjectURL(new Blob([`(${engineThread})()`], { type: "text/javascript" })));
  #waiting = new Map();
  #count = 0;
  #ready;

  constructor() {
    this.#worker.onmessage = ({ data: { id, answer, sentence } }) => {
      const { done, failed } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (sentence === undefined) done(answer); else failed(new Error(sentence));
    };
    this.#ready = engineModule().then((module) => this.#send({ module }));
  }

  #send(message) {
    const id = ++this.#count;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#worker.postMessage({ id, ...message });
    });
  }

  async #ask(call, values, as, given) {
    await this.#ready;
    return this.#send({ call, values, as, given });
  }

  /// What an exported function returns.
  value(call, values = [], given) { return this.#ask(call, values, "value", given); }
  /// The numbers it answers with.
  numbers(call, values = [], given) { return this.#ask(call, values, "numbers", given); }
  /// The text it answers with.
  text(call, values = [], given) { return this.#ask(call, values, "text", given); }
  /// How many bytes it occupies.
  memory() { return this.#ask(null, [], "memory"); }
}
