// The slides of what stands in `main.swift`, by section; those of a part stand in it, beside their code.

// slide(title): A simple residual block
// note: Two convolutions with a shortcut around them; two such blocks read {correct:0%} of handwritten digits.
// number: correct = ✓ best test accuracy in 10 epochs got …
// say: One idea, one block, one net of two such blocks. At the end you can write it from memory.

// slide: A residual block adds its input to what it computes
// show: figure block
// say: First the branch, with the two convolutions. Then the shortcut around them; nothing is on it. Then the sum. The block
//   need only learn what is missing in x: the residual.

// ## The block

// slide: In code, the block is two lines
// show: code let y = relu(conv1(x)) … return relu(x + conv2(y))
// mark: x +
// say: Everything else in the file makes the two convolutions. Point at x +: that is the shortcut. On the way back the sum passes
//   its gradient to both, so the shortcut carries it on, whatever the branch does.

// ## The net

// slide: Two blocks make a net of {parameters} parameters that reads digits
// number: parameters = parameters …
// show: figure net
// say: 28 pixels become 24, then 12, then 8, then 4. At the end 32 channels of 4 × 4 pixels are 512 numbers for the linear layer.

// ## Five steps

// slide: Learning is three lines, over and over
// show: code let tape = Tape() … steps.step(loss.backward())
// note: A tape and a loss; backward and a step. The first loss is apart from −log ⅒ by {loss}.
// number: loss = ✓ the first loss is that, nearly got …
// say: The tape records, backward reads it backwards, the optimizer moves each parameter against its gradient. A net that knows
//   nothing gives each digit a tenth.

// ## What came out

// slide: After ten epochs the net reads {correct} of 10,000 test digits
// number: correct = 10 | correct, here
// show: figure errors
// say: Not every epoch is better than the one before: in the notebook the second and the eighth are worse. The order of the
//   pictures is random, and a few dozen of 10,000 depend on it.

// ## What it still gets wrong

// slide: Some of its mistakes a reader would make, too
// show: figure mistakes
// say: What each is, and what the net predicts. Let them guess before they read the captions.

// ## Did it hold?

// slide(end): What to remember
// item: A residual block returns x + F(x); its branch learns the residual.
// item: The sum needs two equal shapes: padding 1, and as many channels out as in.
// item: With weights of zero it passes on its input: to do nothing is easy.
// item: Two blocks and {parameters} parameters read {correct} of 10,000 digits.
// number: parameters = parameters …
// number: correct = 10 | correct, here
// next: Chapter 3: what if the shape has to change?
// say: Write the block from memory: two convolutions, one plus sign.
