// What several labs do with numbers.
"use strict";

lab.mean = (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/// At most about 400 points of a curve with a value at each step: each is the mean of as many values.
lab.thinned = (all) => {
  const every = Math.ceil(all.length / 400), xs = [], values = [];
  for (let i = 0; i < all.length; i += every) {
    const some = all.slice(i, i + every);
    xs.push(i + some.length);
    values.push(lab.mean(some));
  }
  return { xs, values };
};

/// The tensors of a safetensors file, by name; a script holds it as `liveWeights`, in base64, and is read when it is asked for.
lab.weights = async (script) => {
  if (typeof liveWeights === "undefined") {
    await new Promise((done, failed) => document.head.append(lab.html("script", {
      src: script, onload: done, onerror: () => failed(new Error(`The weights in ${script} could not be read.`)),
    })));
  }
  const bytes = Uint8Array.from(atob(liveWeights), (c) => c.charCodeAt(0));
  const start = 8 + new DataView(bytes.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
  delete header.__metadata__;
  return Object.fromEntries(Object.entries(header).map(([name, { data_offsets: [from, to] }]) =>
    [name, new Float32Array(bytes.slice(start + from, start + to).buffer)]));
};
