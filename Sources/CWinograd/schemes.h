// What is compiled for one kind of processor, whose name NAME adds to every function's.

static void NAME(product)(const float *left, const float *right, float *sums, long tiles, long inner, long columns) {
  if (winograd_right_group(columns) == 32) product(left, right, 2, sums, tiles, inner, columns);
  else product(left, right, 1, sums, tiles, inner, columns);
}

static void NAME(product_gradient)(const float *left, const float *right, float *sums, long tiles, long first,
                                   long last, long rows, long columns, int adds) {
  if (winograd_right_group(columns) == 32)
    product_gradient(left, right, 2, sums, tiles, first, last, rows, columns, adds);
  else
    product_gradient(left, right, 1, sums, tiles, first, last, rows, columns, adds);
}

#define SCHEME(name, n, m, r, input_map)                                                                   \
  static void NAME(input_##name)(const float *plane, winograd_place p, const winograd_affine *a,           \
                                 winograd_points to) {                                                     \
    if (a) read_mapped(input_map, n, n, plane, p, a, to);                                                  \
    else read_mapped(input_map, n, n, plane, p, 0, to);                                                    \
  }                                                                                                        \
  static void NAME(output_##name)(winograd_points from, const float *bias, float *plane, winograd_place p, \
                                  int streams) {                                                           \
    if (streams) write_mapped(output_##name, n, m, from, bias, plane, p, 1);                               \
    else write_mapped(output_##name, n, m, from, bias, plane, p, 0);                                       \
  }                                                                                                        \
  static void NAME(output_gradient_##name)(const float *plane, winograd_place p, winograd_points to) {     \
    read_mapped(output_gradient_##name, m, n, plane, p, 0, to);                                            \
  }                                                                                                        \
  static void NAME(filter_##name)(const float *window, long step, winograd_points to) {                    \
    window_mapped(filter_##name, r, n, window, step, to);                                                  \
  }                                                                                                        \
  static void NAME(filter_gradient_##name)(winograd_points from, float *window, long step) {               \
    mapped_window(filter_gradient_##name, n, r, from, window, step);                                       \
  }

SCHEME(4x3, 6, 4, 3, input_6)
SCHEME(3x3, 5, 3, 3, input_3x3)
SCHEME(2x5, 6, 2, 5, input_6)
SCHEME(3x3_by2, 7, 3, 3, input_3x3_by2)
static void NAME(input_gradient_3x3_by2)(winograd_points from, float *plane, winograd_place p) {
  add_mapped(input_gradient_3x3_by2, 7, from, plane, p);
}

#define ROW(name, n, m, r, stride, input_gradient)                                            \
  [winograd_##name] = {n, m, r, stride, NAME(input_##name), NAME(output_##name),              \
                       NAME(output_gradient_##name), NAME(filter_##name),                     \
                       NAME(filter_gradient_##name), input_gradient}
static const winograd_scheme NAME(schemes)[winograd_schemes] = {
    ROW(4x3, 6, 4, 3, 1, 0), ROW(3x3, 5, 3, 3, 1, 0), ROW(2x5, 6, 2, 5, 1, 0),
    ROW(3x3_by2, 7, 3, 3, 2, NAME(input_gradient_3x3_by2))};
#undef SCHEME
#undef ROW
