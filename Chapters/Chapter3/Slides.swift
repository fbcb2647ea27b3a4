// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): Shortcuts that fit
// note: A net needs fewer pixels and more channels from stage to stage. So its shortcuts must change the shape, too.
// say: The block of the last chapter keeps its shape, it has to. Today: norms, the 1 × 1 convolution on the shortcut, and the
//   blocks that the literature calls residual.

// ## What happens without a 1 × 1 convolution

// slide: Where the shape changes, x no longer fits the sum
// show: printed branch … shortcut … add: a is [4, 6, 3, 3] and b is [4, 3, 6, 6]; a sum needs the same shape twice, or one that can be repeated to the other, as [C] or [1, C, 1, 1] to [N, C, H, W]
// mark: [4, 6, 3, 3]
// mark: [4, 3, 6, 6]
// say: A branch with stride 2 and six channels, and the input unchanged. Neither size nor channels fit. What is the smallest
//   layer that changes both?

// ## The block

// slide: Where the shape changes, a 1 × 1 convolution on the shortcut changes it
// show: printed conv1: Conv2D(3, 6, … conv2: Conv2D(6, 6, … conv3: Conv2D(3, 6, kernelSize: 1 … b1: … b2:
// mark: conv3: Conv2D(3, 6, kernelSize: 1, stride: 2)
// note: A block that keeps its shape has none; it follows from the channels and the stride.
// say: Three channels become six at half the size. In both notebooks an argument says whether to use it. But that follows from channels and stride, and an argument that follows
//   from others can only be wrong.

// ## A 1 × 1 convolution is a product at each pixel

// slide: A 1 × 1 convolution is a linear layer at each pixel
// show: formula y_{o,i,j} = \sum_c w_{o,c}\, x_{c,\,s i,\,s j} + b_o
// note: Checked: a linear layer with the same weights is apart by at most {apart}.
// number: apart = ✓ the two agree to rounding got …
// say: Its window is one pixel, so it mixes channels and nothing else. With stride s it takes every s-th pixel.

// ## Odd sizes

// slide: Branch and shortcut agree at every size: both return ⌈H / s⌉
// show: table stride | height in | branch | shortcut | ⌈H / s⌉
// rows: 2 + 5 | 2 + 6 | 2 + 7 | 2 + 8 | 2 + 9
// say: Five pixels with stride 2: two or three? The 3 × 3 windows with padding 1 are centered on the pixels that the 1 × 1
//   windows take. So the two always agree.

// ## One block, five variants

// slide: Five residual blocks differ in where norm and ReLU stand
// show: figure variants
// say: From left to right: no norms; a norm behind each convolution; the same without biases; norm and ReLU first, with and without
//   biases. All keep their 64 channels. The kernels are the same in all five.

// slide: Weights of one variant do not load into another
// show: table 64 to 128, stride 2 | biases | norms | parameters
// note: All have the same kernels: two of 3 × 3 and one of 1 × 1.
// say: They differ in biases, and in a norm on the shortcut. That two have equally many parameters is chance: one has in norms what
//   the other has in biases.

// ## Did it hold?

// slide(end): What to remember
// item: Where the shape changes, a 1 × 1 convolution on the shortcut changes it, too.
// item: With shortcuts, the space of a deeper net holds that of the shallower one.
// item: A batch norm gives each channel a mean and a deviation of its own, whatever comes in.
// item: Branch and shortcut bring nearly orthogonal gradients: squares add up.
// next: Chapter 4 builds ResNet-18 of such blocks.
// say: Which of the five would you implement, and which must you implement to load torchvision's weights?
