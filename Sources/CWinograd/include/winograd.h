// The inner loops of Winograd's algorithm, for processors with AVX-512: vectors of sixteen numbers.
//
// Swift compiles a module for every processor of a kind; in C a function may ask for more, and is called only where there is
// more. So what takes most of the time of a training step stands here: the maps from tiles to the Winograd domain and
// back, and the products there. Which tiles, and in what order, OneDNNKernels says.
//
// A vector is sixteen channels of a pixel, 64 bytes. A plane is an image's pixels of sixteen channels, row by row.
#pragma once

// What a batch norm and a ReLU make of a vector: zero where (x - mean) * slope + bias <= floor.
// Four vectors, in this order.
typedef struct { float mean[16], slope[16], bias[16], floor[16]; } winograd_affine;

// Where a tile lies: the place of its first pixel in a plane of height * width, all in pixels. What lies outside is zero.
typedef struct { long height, width, top, left; } winograd_place;

// Where the numbers of one tile, or of one window, go in the Winograd domain: number i to the vector at points + i * step,
// in floats.
typedef struct { float *points; long step; } winograd_points;

// One kind of tile. Every map is linear, along columns and then along rows.
typedef struct {
  // A side of a tile in the Winograd domain, and of its input; of its output, of the window; and the window's stride.
  int points, outputs, window, stride;
  // From a tile of the input; `affine`, if any, is applied first to what lies inside.
  void (*input)(const float *plane, const winograd_place *, const winograd_affine *affine, winograd_points);
  // To a tile of the output, plus `bias`, if any; what lies outside is dropped. If it `streams`, the numbers are written
  // past the cache, and `winograd_finish` must follow before another thread reads them.
  void (*output)(winograd_points, const float *bias, float *plane, const winograd_place *, int streams);
  // From the gradient of a tile of the output.
  void (*output_gradient)(const float *plane, const winograd_place *, winograd_points);
  // From a window: number i is the vector at window + i * step, in floats.
  void (*filter)(const float *window, long step, winograd_points);
  // To the gradient of a window.
  void (*filter_gradient)(winograd_points, float *window, long step);
  // To the gradient of a tile of the input. At stride 2 tiles overlap by one row and one column, which are added to those of
  // the tiles above and before, so these come first. At stride 1 there is none: the gradient is a convolution there.
  void (*input_gradient)(winograd_points, float *plane, const winograd_place *);
} winograd_scheme;

enum { winograd_4x3, winograd_3x3, winograd_2x5, winograd_3x3_by2, winograd_schemes };

// winograd_4x3 has outputs of 4 x 4 and windows of 3 x 3, and so on.
const winograd_scheme *winograd_scheme_of(int name);

void winograd_finish(void);

// A matrix of [tiles, channels] is stored in groups of as many channels, one after another: each has
// `tiles` rows. The left factor of a product comes in groups of 128, the right one in groups of 32, or of 16
// if the channels are not a multiple of 32. `tiles` and `inner` are multiples of 8, channels of 16.
enum { winograd_left_group = 128, winograd_rows = 8 };
int winograd_right_group(long channels);

// sums [tiles, columns], row by row = left [tiles, inner] times right [inner, columns].
void winograd_product(const float *left, const float *right, float *sums, long tiles, long inner, long columns);

// sums [rows, columns], row by row += left [tiles, rows], transposed, times right [tiles, columns];
// only rows first ..< last, both multiples of 8. If `adds` is 0, what was there before is forgotten.
void winograd_product_gradient(const float *left, const float *right, float *sums, long tiles, long first, long last,
                               long rows, long columns, int adds);

// Whether this processor has such vectors; without them nothing else here may be called.
int winograd_has_vectors(void);
