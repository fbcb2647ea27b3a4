// The loops of one kind of processor.
static const plane_loops NAME(loops) = {
  .add = NAME(add), .add_relu = NAME(add_relu), .relu = NAME(relu), .relu_gradient = NAME(relu_gradient),
  .add_relu_gradient = NAME(add_relu_gradient), .map = NAME(map),
  .map_gradient = NAME(map_gradient), .measure = NAME(measure), .sum = NAME(sum),
  .gradient_sums = NAME(gradient_sums), .norm_gradient = NAME(norm_gradient),
  .scale_gradient = NAME(scale_gradient), .pool = NAME(pool), .pool_gradient = NAME(pool_gradient),
};
