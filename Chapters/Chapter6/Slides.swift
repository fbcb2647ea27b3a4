// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): Why it works
// note: Blocks deleted from a trained net, gradients followed along single paths, and what norms do to branches.
// say: Ten years of papers ask why residual nets train. On a small net their pictures can be made in two minutes, and here they are.

// ## A net to take apart

// slide: Two trained nets, one with shortcuts
// show: table net | epochs | test error, %, recorded
// note: Fashion-MNIST, 10,000 pictures; recorded: three seeds.
// say: The residual net has 54 layers in 26 blocks, the plain one 22 layers in ten. Both have norms, and both learned. Predict: what
//   happens to each of them if we take out one block?

// ## Together

// slide(end): What to remember
// item: Of a trained residual net most blocks can be deleted, of a plain net none.
// item: Its gradient comes along short paths, though most paths are long.
// item: Each block is a small step; the classifier can be read on the way.
// item: Norms make branches small, and small branches keep gradients of neighbors alike.
// next: Chapter 7 shows what became of the shortcut.
// say: Which of these four would you expect of a net without norms?
