/** What native-image is given to make a program of each function, compared with what the functions need at run time. */
package dev.mayfly.nativeimage;
