// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): What became of the shortcut
// note: Ten years after the sum of 2015: branches, concatenation, Transformers, streams, and a choice over depth.
// say: Nearly everything around the sum has been changed. Today: what was changed, what it does, and what it does not do at the size of
//   a desk.

// ## What was changed

// slide: Ten years of changes, and the sum is in all of them
// show: table year | what | before | after
// note: Error or accuracy as its paper has it; Fixup: layers, ReZero: speed.
// say: What is changed is the branch, its beginning, or the training. The same net of 2015 gains more from a training of 2021 than
//   from most new blocks. The sum stays.

// ## Many branches, and a factor for each channel

// slide: Many narrow branches, or a factor for each channel, at equal cost
// show: table block | parameters | multiply-adds
// say: ResNeXt: 1 × 1 to 64 channels, a 3 × 3 in 16 groups, 1 × 1 back. Squeeze-and-excitation: means of
//   all channels, two linear layers, a sigmoid, and a factor for each channel. The shortcut is the same in all three.

// ## Trained beside each other

// slide: In a short training, the new blocks are not better
// show: figure kinds
// say: Equal parameters and multiply-adds, three seeds. The papers gain one or two points on ImageNet after weeks of training. Here that cannot
//   be seen: the seeds of one block differ by as much.

// ## Did it hold?

// slide(end): What to remember
// item: Branches changed, and trainings; the sum of 2015 was kept.
// item: What is concatenated hands its gradient back directly.
// item: A norm behind each sum needs a warm-up; a norm before each branch does not.
// item: Mixed freely, streams multiply like layers without shortcuts; doubly stochastic, they do not.
// next: Read Xie et al. 2025 on mHC with these numbers beside you.
// say: Which of these would you have found by looking at one gradient?
