// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): ResNet-18
// note: Eight residual blocks, a convolution before them and a linear layer behind: built, counted, trained on clothes.
// say: By the end of this lecture every one of its eighteen layers and eleven million parameters is accounted for.

// ## Fewer pixels before anything else

// slide: The stem leaves one pixel in sixteen
// show: printed 0: Conv2D … 1: BatchNorm2D … 2: ReLU() … 3: MaxPool2D
// mark: stride: 2
// say: Two strides of 2: the convolution's and the pooling's. 224 pixels become 112, then 56. A block costs as much for each pixel,
//   so this is where most of the work is saved.

// ## Four stages

// slide: The first block of a stage doubles the channels and halves the sides
// show: code let changes = inChannels != outChannels … return Sequential([first] + others)
// mark: stride: changes ? 2 : 1
// say: Half the sides is a quarter of the pixels; twice the channels, in and out, is four times the work at each. So every stage costs
//   about as much as the one before.

// ## The shapes

// slide: ResNet-18 is a stem, four stages of two blocks, and a head
// show: figure overview
// say: From the left to the right, shapes and parameters. The head begins with the mean over all pixels, so no layer depends on
//   the size of the image.

// slide: Most parameters are where the fewest pixels are
// show: table layer | here, 224 × 224 | here, 96 × 96 | parameters
// rows: resnet_block1 | resnet_block2 | resnet_block3 | resnet_block4 | fc
// note: A kernel is stored once and used at every pixel. The four stages cost 75 to 85 million multiply-adds each.
// say: Three of four parameters are in the last stage, which sees 7 × 7 pixels. The work is the same in all four.

// ## Why eighteen

// slide: Eighteen is the number of weighted layers on the longest path
// show: figure operations
// say: One in the stem, sixteen in the blocks, one in the head. The tape knows what was computed from what, so the path is found
//   there and not counted by hand. The 1 × 1 convolutions on the shortcuts are not on it.

// ## Training

// slide: Training is the loop of chapter 2 with another optimizer
// show: code for batch in run.batches(batches) … run.record(loss, scores, batch.labels)
// say: Batches of 128, cross-entropy, Adam with a rate of 0.001. On the tape the net is in training mode; in the evaluation it is on
//   none.

// ## What came out

// slide: A short run on a part of the pictures recognizes {best:0%} of clothes
// number: best = ✓ best test accuracy got …
// show: figure accuracy
// say: All of Fashion-MNIST takes half an hour and more. The notebook learned from 60,000 pictures an epoch; this run from a part of
//   them, so it is behind. With `--full` it is not.

// slide: The notebook divides its loss in epoch k by k
// show: table epoch | loss | loss by its count
// rows: 1 + notebook | 2 + notebook
// mark: 0.1235
// say: It sets its sum of losses to zero before every epoch, its count of batches only once. So the printed loss halves in the second
//   epoch whatever the net does. Read the code before the curve.

// slide: It confuses what looks alike at 28 × 28 pixels
// show: figure mistakes
// say: Shirts, coats and pullovers. Ask which of these they would get right.

// ## Did it hold?

// slide(end): What to remember
// item: ResNet-18: stem, four stages of two blocks, head; eighteen weighted layers on the longest path.
// item: Half the sides, twice the channels: each stage costs about the same.
// item: Training mode and evaluation mode are two different functions.
// item: Adam moves each parameter by about the learning rate, if its gradients agree.
// next: Chapter 5: in a block, what comes first?
// say: Where would you look first if a colleague's accuracy depended on the batch size of the evaluation?
