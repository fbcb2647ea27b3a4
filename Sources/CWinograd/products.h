// Products of matrices that lie in the cache, by blocks of eight rows and one or two vectors of columns whose sums
// stay in registers.

enum { inner_at_once = winograd_left_group };

// left: number (row, i) at row * row_step + i * inner_step. right: row i at i * vectors. sums: rows of `columns`.
INLINE void block(const float *left, long row_step, long inner_step, const vector *right, int vectors, long inner,
                  float *sums, long columns, int adds) {
  vector s[winograd_rows][2];
  for (int r = 0; r < winograd_rows; r++)
    for (int v = 0; v < vectors; v++) s[r][v] = adds ? ((vector *)(sums + r * columns))[v] : (vector){};
  for (long i = 0; i < inner; i++, right += vectors, left += inner_step)
    for (int r = 0; r < winograd_rows; r++)
      for (int v = 0; v < vectors; v++) s[r][v] += left[r * row_step] * right[v];
  for (int r = 0; r < winograd_rows; r++)
    for (int v = 0; v < vectors; v++) ((vector *)(sums + r * columns))[v] = s[r][v];
}

INLINE void product(const float *left, const float *right, int vectors, float *sums, long tiles, long inner,
                    long columns) {
  long width = 16 * vectors;
  for (long first = 0; first < inner; first += inner_at_once) {
    long some = least(inner_at_once, inner - first);
    for (long column = 0; column < columns; column += width)
      for (long tile = 0; tile < tiles; tile += winograd_rows)
        block(left + first * tiles + tile * some, some, 1,
              (const vector *)(right + column * inner + first * width), vectors, some,
              sums + tile * columns + column, columns, first > 0);
  }
}

INLINE void product_gradient(const float *left, const float *right, int vectors, float *sums, long tiles,
                             long first_row, long last_row, long rows, long columns, int adds) {
  long width = 16 * vectors;
  for (long first = 0; first < tiles; first += inner_at_once) {
    long some = least(inner_at_once, tiles - first);
    for (long column = 0; column < columns; column += width)
      for (long row = first_row; row < last_row; row += winograd_rows) {
        long group = row / winograd_left_group * winograd_left_group;
        long step = least(winograd_left_group, rows - group);
        block(left + group * tiles + first * step + row - group, 1, step,
              (const vector *)(right + column * tiles + first * width), vectors, some,
              sums + row * columns + column, columns, adds || first > 0);
      }
  }
}
